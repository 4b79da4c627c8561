namespace Samverkan.Web.Pages;

/// <summary>What waits for a person.</summary>
/// <param name="Files">The files, the oldest first.</param>
public sealed record QuarantineView(IReadOnlyList<WaitingFile> Files);
