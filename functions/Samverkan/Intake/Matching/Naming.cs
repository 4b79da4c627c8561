namespace Samverkan.Intake.Matching;

/// <summary>What names a document: its title, its file's name, its folders.</summary>
/// <param name="Source">What it is, for a sentence: "Rubriken", "Filnamnet".</param>
/// <param name="Printed">The words as they stand there.</param>
internal sealed record Naming(string Source, string Printed)
{
    internal TitleWords Words { get; } = TitleWords.Of(Printed);
}
