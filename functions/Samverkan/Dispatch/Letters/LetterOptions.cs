namespace Samverkan.Dispatch.Letters;

/// <summary>What letters say about where they come from.</summary>
public sealed record LetterOptions
{
    /// <summary>The pages' address as people reach them, http or https; null (the default) for letters without links.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Who signs; null (the default) for the municipality's name in the register.</summary>
    public string? SenderName { get; init; }

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (PublicUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "http" or "https" && url.Query.Length + url.Fragment.Length == 0))
            yield return "PublicUrl ska vara en hel webbadress utan ? och #, till exempel https://samverkan.kommun.example. Ta bort den om sidorna inte nås utifrån; då har breven inga länkar.";
        if (SenderName is { } name && string.IsNullOrWhiteSpace(name))
            yield return "SenderName ska vara avsändarens namn, eller tas bort; då skriver kommunens namn i registret under.";
    }
}
