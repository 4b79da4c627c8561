namespace Samverkan.Intake.Matching;

/// <summary>
/// Whether a file's or folder's name says that the plan is adopted. A name that also speaks of a draft, or of what is not
/// yet, says nothing: better an adopted plan taken for a draft than a draft sent as adopted.
/// </summary>
internal static class AdoptionInName
{
    private static readonly HashSet<string> Adopted = new(
        ["faststalld", "faststallt", "faststallda", "antagen", "antaget", "antagna"], StringComparer.Ordinal);

    private static readonly HashSet<string> Draft = new(
        [
            "utkast", "utkastet", "forslag", "forslaget", "remiss", "remissversion", "samradsversion", "arbetsversion", "arbetsmaterial",
            "koncept", "draft", "ej", "inte", "icke", "annu", "innan", "infor", "ska", "skall", "oantagen",
        ],
        StringComparer.Ordinal);

    /// <summary>The name of the path's that says so; null where none does.</summary>
    internal static string? Find(DroppedPath path)
    {
        string[] names = [.. path.Folders, path.Name];
        var saying = Array.FindLast(names, name => WordForm.Words(name).Exists(Adopted.Contains));
        return names.Any(name => WordForm.Words(name).Exists(Draft.Contains)) ? null : saying;
    }
}
