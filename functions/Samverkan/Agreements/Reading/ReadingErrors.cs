namespace Samverkan.Agreements.Reading;

/// <summary>Collects what is wrong, up to what a person could ever read.</summary>
internal sealed class ReadingErrors
{
    private const int Most = 1000;
    private readonly List<RegisterError> errors = [];

    internal IReadOnlyList<RegisterError> All => errors;

    /// <summary>True when reading on would only tell what nobody reads.</summary>
    internal bool AreFull => errors.Count > Most;

    internal void Add(string path, string code, string message)
    {
        if (AreFull) return;
        errors.Add(errors.Count < Most
            ? new RegisterError(path, code, message)
            : new RegisterError(JsonPath.Root, RegisterErrorCode.MoreErrors, $"Det finns fler fel än de {Most} som visas. Rätta dem först och kontrollera igen."));
    }
}
