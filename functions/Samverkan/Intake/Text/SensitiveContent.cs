using System.Buffers;

namespace Samverkan.Intake.Text;

/// <summary>Finds what must not leave without a person's look: Swedish personal identity numbers and coordination
/// numbers with a valid check digit (Skatteverket, SKV 704), and marks of secrecy. Pure; a document is read
/// once.</summary>
public static class SensitiveContent
{
    /// <summary>The code of a personal identity number or coordination number.</summary>
    public const string IdentityNumber = "sensitive.identity-number";

    /// <summary>The code of a mark of secrecy: "sekretess", "OSL", "offentlighets- och sekretesslagen".</summary>
    public const string Secrecy = "sensitive.secrecy";

    private static readonly SearchValues<string> s_marks = SearchValues.Create(["sekretess"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Every finding with its place; the digits behind the birth date are masked there, so that it may be
    /// shown and stored.</summary>
    /// <param name="text">The text of a document.</param>
    public static IReadOnlyList<SensitiveFinding> Find(DocumentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<SensitiveFinding>();
        TextLine? previous = null;
        foreach (var line in text.Lines)
        {
            foreach (var number in IdentityNumbers.Find(line.Text))
            {
                findings.Add(new SensitiveFinding(IdentityNumber,
                    new Place(line.Page, line.Line, IdentityNumbers.Mask(number))));
            }

            if ((MarkIn(line.Text) ?? MarkOver(previous, line)) is { } words)
            {
                findings.Add(new SensitiveFinding(Secrecy, new Place(line.Page, line.Line, words)));
            }

            previous = line;
        }

        return findings;
    }

    private static string? MarkIn(string line)
    {
        var osl = line.IndexOf("OSL", StringComparison.Ordinal);
        var alone = osl >= 0 && !IsLetter(line, osl - 1) && !IsLetter(line, osl + 3);
        return alone || line.AsSpan().IndexOfAny(s_marks) >= 0 ? line[..Math.Min(line.Length, 120)] : null;
    }

    /// <summary>The word divided over a line end: "sekre-" / "tess".</summary>
    private static string? MarkOver(TextLine? previous, TextLine line) =>
        previous is { Text: [.., '-'] text } && MarkIn(text[^Math.Min(text.Length, 12)..^1]) is null
        && MarkIn(string.Concat(text.AsSpan(text.Length - Math.Min(text.Length, 12)).TrimEnd('-'),
        line.Text.AsSpan(0, Math.Min(line.Text.Length, 12)))) is { } words
            ? words
            : null;

    private static bool IsLetter(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
}
