namespace Samverkan.Dispatch.Letters;

/// <summary>A line such as "Diarienummer: 2022.529 KS".</summary>
internal sealed record Fact(string Name, string Value);
