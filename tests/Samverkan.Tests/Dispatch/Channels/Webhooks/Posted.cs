namespace Samverkan.Tests.Dispatch.Channels.Webhooks;

internal sealed record Posted(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body);
