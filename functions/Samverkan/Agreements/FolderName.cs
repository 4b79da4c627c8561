namespace Samverkan.Agreements;

/// <summary>A folder's name that is safe on every file system and cannot climb out of the folder it is made in.</summary>
internal static class FolderName
{
    private static readonly string[] TakenByWindows = ["con", "prn", "aux", "nul"];

    internal static AddressCheck Check(string name)
    {
        var valid = name.Length is > 0 and <= 63 && char.IsAsciiLetterOrDigit(name[0]) && name[^1] != '.' && name.All(IsAllowed);
        if (!valid)
            return AddressCheck.Bad("Mappens namn ska vara 1–63 tecken a–z, 0–9, punkt, bindestreck och understreck, inte en sökväg. Skriv t.ex. region-mottagning.");
        return IsDevice(name)
            ? AddressCheck.Bad($"Namnet {name} är reserverat i Windows. Välj ett annat namn på mappen.")
            : AddressCheck.Good(name);
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0];
        return TakenByWindows.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && char.IsAsciiDigit(stem[3])
                && (stem.StartsWith("com", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)));
    }
}
