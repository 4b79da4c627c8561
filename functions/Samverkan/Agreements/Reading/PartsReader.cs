namespace Samverkan.Agreements.Reading;

/// <summary>
/// Reads the names of the files that make a set whole. A part's name is one short word, because file and folder names
/// are to say it.
/// </summary>
internal static class PartsReader
{
    private const int MaxLength = 40;

    internal static IReadOnlyList<string> Read(JsonCursor? at)
    {
        if (at is null) return Obligation.DefaultParts;
        var parts = at.SomeItems("Skriv minst en del, t.ex. \"plan\", eller ta bort egenskapen.").Values(Part);
        foreach (var repeated in parts.GroupBy(part => part, StringComparer.Ordinal).Where(same => same.Count() > 1))
            at.Fail(RegisterErrorCode.RepeatedEntry, $"\"{repeated.Key}\" står mer än en gång i listan. Behåll en av dem.");
        return parts.Count > 0 ? parts : Obligation.DefaultParts;
    }

    private static string? Part(JsonCursor at)
    {
        if (at.Text() is not { } text) return null;
        var isWord = text.Length <= MaxLength && text.All(letter => IsLowerOrDigit(letter) || letter == '-') && text[0] != '-';
        if (isWord) return text;
        at.Fail(RegisterErrorCode.PartFormat, $"{Printable.Quoted(text)} kan inte vara namn på en del. Skriv ett ord med små bokstäver, siffror och bindestreck, högst {MaxLength} tecken: \"plan\", \"budget\".");
        return null;
    }

    private static bool IsLowerOrDigit(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is 'å' or 'ä' or 'ö' or 'é';
}
