namespace Samverkan.Agreements.Reading;

/// <summary>Spells where in a file something stands: <c>$.agreements[0].title</c>, and <c>$['å b']</c> for other names.</summary>
internal static class JsonPath
{
    internal const string Root = "$";

    internal static string Property(string path, string name) => IsPlain(name)
        ? $"{path}.{name}"
        : $"{path}['{Printable.Short(name).Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}']";

    internal static string Item(string path, int index) => $"{path}[{index}]";

    private static bool IsPlain(string name) => name.Length is > 0 and <= Printable.MaxLength
        && !char.IsDigit(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
