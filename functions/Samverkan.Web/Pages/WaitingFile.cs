using Samverkan.Intake;

namespace Samverkan.Web.Pages;

/// <summary>One file that waits in quarantine.</summary>
/// <param name="File">The file.</param>
/// <param name="Candidates">What it may belong to, in words, the likeliest first.</param>
/// <param name="Release">The command lines that release it; empty where it cannot be released.</param>
/// <param name="Discard">The command line that throws it away.</param>
public sealed record WaitingFile(
    QuarantinedFile File, IReadOnlyList<WaitingCandidate> Candidates, IReadOnlyList<string> Release, string Discard)
{
    /// <summary>Whether it was held for what it says alone, and finds its place by itself.</summary>
    public bool FindsItsPlace => File.Code.StartsWith("sensitive.", StringComparison.Ordinal);
}
