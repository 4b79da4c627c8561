namespace Samverkan.Formats.Smtp;

/// <summary>What a server offers in its answer to EHLO, as far as we use it.</summary>
/// <param name="StartTls">Whether STARTTLS is offered.</param>
/// <param name="Size">Whether SIZE (RFC 1870) is offered.</param>
/// <param name="SizeLimit">The largest message in bytes; null when the server names none (also for 0).</param>
/// <param name="EightBitMime">Whether 8BITMIME (RFC 6152) is offered.</param>
/// <param name="SmtpUtf8">Whether SMTPUTF8 (RFC 6531) is offered.</param>
/// <param name="AuthMechanisms">The AUTH mechanisms (RFC 4954), in upper case.</param>
public sealed record SmtpCapabilities(
    bool StartTls, bool Size, long? SizeLimit, bool EightBitMime, bool SmtpUtf8, IReadOnlySet<string> AuthMechanisms)
{
    /// <summary>Reads the lines of an answer to EHLO; what is not understood is passed over.</summary>
    internal static SmtpCapabilities Read(IEnumerable<string> lines)
    {
        var offers = new SmtpCapabilities(false, false, null, false, false, new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in lines.Skip(1))
        {
            // Some servers still write AUTH=LOGIN beside AUTH LOGIN, as an old client wants it.
            var words = line.ToUpperInvariant().Split([' ', '\t', '='], StringSplitOptions.RemoveEmptyEntries);
            if (words is [var keyword, .. var parameters])
                offers = offers.With(keyword, parameters);
        }

        return offers;
    }

    private SmtpCapabilities With(string keyword, string[] parameters) => keyword switch
    {
        "STARTTLS" => this with { StartTls = true },
        "SIZE" => this with { Size = true, SizeLimit = Limit(parameters) },
        "8BITMIME" => this with { EightBitMime = true },
        "SMTPUTF8" => this with { SmtpUtf8 = true },
        "AUTH" => this with { AuthMechanisms = AuthMechanisms.Union(parameters, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal) },
        _ => this,
    };

    private static long? Limit(string[] parameters) =>
        parameters is [var text, ..]
        && long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit)
        && limit > 0
            ? limit
            : null;
}
