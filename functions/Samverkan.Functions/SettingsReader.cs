using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Samverkan.Functions;

/// <summary>Reads settings as what they are to be, and collects what cannot be read, in Swedish.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>A text; null where it is not set, or empty, or refers to a secret that the platform could not fetch.</summary>
    public string? Text(string name)
    {
        if (configuration[name] is not { Length: > 0 } value) return null;
        if (!value.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase)) return value;
        var problem = $"{name} hänvisar till nyckelvalvet, men hemligheten gick inte att hämta. Kontrollera att den finns där, är påslagen och inte har gått ut, och att appens identitet har rollen Key Vault Secrets User. Starta sedan om appen.";
        if (!_problems.Contains(problem, StringComparer.Ordinal)) _problems.Add(problem);
        return null;
    }

    /// <summary>Texts with commas between; none where it is not set.</summary>
    public IReadOnlyList<string> Texts(string name) => Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The texts below a name, by what follows it, in lower case; those that are empty are left out.</summary>
    public IReadOnlyDictionary<string, string> Children(string name) => configuration.GetSection(name).GetChildren()
        .Where(child => child.Value is { Length: > 0 })
        .ToDictionary(child => child.Key.ToLowerInvariant(), child => child.Value!, StringComparer.Ordinal);

    /// <summary>A length of time, written <c>hh:mm:ss</c>.</summary>
    public Duration Duration(string name, Duration standard) => NodaTime.Duration.FromTimeSpan(Time(name, standard.ToTimeSpan()));

    /// <summary>A length of time, written <c>hh:mm:ss</c>.</summary>
    public TimeSpan Time(string name, TimeSpan standard)
    {
        if (Text(name) is not { } text) return standard;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value)) return value;
        return Problem(name, text, "en tid som 00:15:00 (timmar:minuter:sekunder)", standard);
    }

    /// <summary>Lengths of time with commas between.</summary>
    public IReadOnlyList<Duration> Durations(string name, IReadOnlyList<Duration> standard)
    {
        if (Text(name) is not { } text) return standard;
        var values = new List<Duration>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TimeSpan.TryParse(part, CultureInfo.InvariantCulture, out var value))
                return Problem(name, text, "tider med komma emellan, som 00:01:00,00:05:00,1.00:00:00", standard);
            values.Add(NodaTime.Duration.FromTimeSpan(value));
        }

        return values;
    }

    /// <summary>A time of the day, written <c>hh:mm</c>.</summary>
    public LocalTime TimeOfDay(string name, LocalTime standard)
    {
        if (Text(name) is not { } text) return standard;
        if (TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var value)) return LocalTime.FromTimeOnly(value);
        return Problem(name, text, "ett klockslag som 12:00", standard);
    }

    /// <summary>A number that need not be whole, with a point.</summary>
    public double Fraction(string name, double standard)
    {
        if (Text(name) is not { } text) return standard;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return value;
        return Problem(name, text, "ett tal som 0.2", standard);
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int standard)
    {
        if (Text(name) is not { } text) return standard;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)) return value;
        return Problem(name, text, "ett heltal", standard);
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool standard)
    {
        if (Text(name) is not { } text) return standard;
        if (bool.TryParse(text, out var value)) return value;
        return Problem(name, text, "true eller false", standard);
    }

    /// <summary>One of an enumeration's names, whatever the case.</summary>
    public T OneOf<T>(string name, T standard)
        where T : struct, Enum
    {
        if (Text(name) is not { } text) return standard;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)) return value;
        return Problem(name, text, "något av " + string.Join(", ", Enum.GetNames<T>()), standard);
    }

    /// <summary>A web address; null where it is not set.</summary>
    public Uri? Url(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") return url;
        return Problem<Uri?>(name, text, "en webbadress som https://samverkan.kommunen.example", null);
    }

    private T Problem<T>(string name, string text, string wanted, T standard)
    {
        _problems.Add($"{name} är \"{text}\", men ska vara {wanted}.");
        return standard;
    }
}
