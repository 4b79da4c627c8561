using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Samverkan.Deadlines.Simulation;

/// <summary>A file that is dropped at a moment of a simulation.</summary>
/// <param name="At">When.</param>
/// <param name="Name">The name that it is dropped under; folders parted by <c>/</c>.</param>
/// <param name="File">Where its bytes lie now.</param>
public sealed partial record Drop(Instant At, string Name, string File)
{
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH'.'mm");

    /// <summary>
    /// The drops of a folder, earliest first: files named <c>2022-10-27T09.00 name.ext</c> in Swedish local time, also in
    /// folders below, whose names then belong to the dropped name. Files of other names are no drops.
    /// </summary>
    public static IReadOnlyList<Drop> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Read(folder, file))
            .OfType<Drop>()
            .OrderBy(drop => drop.At)
            .ThenBy(drop => drop.Name, StringComparer.Ordinal),
    ];

    private static Drop? Read(string folder, string file)
    {
        var match = Form().Match(Path.GetFileName(file));
        if (!match.Success || !Time.Parse(match.Groups["time"].Value).TryGetValue(default, out var time)) return null;
        var below = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
        var name = match.Groups["name"].Value;
        return new Drop(time.InZoneLeniently(Stockholm.Zone).ToInstant(), below == "." ? name : $"{below}/{name}", file);
    }

    [GeneratedRegex(@"^(?<time>\d{4}-\d{2}-\d{2}T\d{2}\.\d{2}) (?<name>.+)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
