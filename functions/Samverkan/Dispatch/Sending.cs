using Samverkan.Agreements;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Dispatch;

/// <summary>What one try came to.</summary>
/// <param name="Channel">The channel that was used; null where there was none.</param>
/// <param name="Other">The channel that is tried when this one will not do; null where there is no other way.</param>
/// <param name="Result">How it ended.</param>
internal sealed record Sending(Channel? Channel, Channel? Other, ChannelResult Result);
