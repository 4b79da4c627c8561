using Samverkan.Web.Forms;

namespace Samverkan.Web.Pages;

/// <summary>What waits for a person.</summary>
/// <param name="Files">The files, the oldest first.</param>
/// <param name="Places">Where a file may belong, by agreement.</param>
/// <param name="Problem">Why what was posted was not done; null where nothing was.</param>
/// <param name="Done">What was just done, as the address says it; null for nothing.</param>
/// <param name="SignIn">The command line that makes a link which signs a person in.</param>
public sealed record QuarantineView(
    IReadOnlyList<WaitingFile> Files, IReadOnlyList<PlaceGroup> Places, FormProblem? Problem, string? Done, string SignIn);
