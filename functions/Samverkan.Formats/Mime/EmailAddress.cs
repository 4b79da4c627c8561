using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Samverkan.Formats.Mime;

/// <summary>
/// An addr-spec of RFC 5322 that any SMTP server takes: a dot-atom, @ and a host name, all ASCII. A domain with other
/// letters becomes its IDNA form (<c>xn--…</c>); quoted local parts and address literals are refused. The domain is
/// lower case; the local part keeps its case, and two addresses are equal when both parts are.
/// </summary>
public sealed record EmailAddress
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    private EmailAddress(string localPart, string domain) => (LocalPart, Domain) = (localPart, domain);

    /// <summary>What stands before the @.</summary>
    public string LocalPart { get; }

    /// <summary>What stands after the @, in ASCII and lower case.</summary>
    public string Domain { get; }

    /// <summary>Reads an address; white space around it is ignored.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="address">The address, or null when there is a fault.</param>
    /// <param name="fault">Why the text is no address.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out EmailAddress? address, out EmailAddressFault fault)
    {
        address = null;
        var trimmed = text.AsSpan().Trim();
        var at = trimmed.LastIndexOf('@');
        fault = trimmed.IsEmpty ? EmailAddressFault.Empty
            : at <= 0 || at == trimmed.Length - 1 ? EmailAddressFault.NoAtSign
            : trimmed.Length > 4 * LongestAddress ? EmailAddressFault.TooLong
            : LocalPartFault(trimmed[..at]);
        if (fault != EmailAddressFault.None)
            return false;

        var domain = AsciiDomain(trimmed[(at + 1)..].ToString());
        fault = domain is null ? EmailAddressFault.InvalidDomain
            : at + 1 + domain.Length > LongestAddress ? EmailAddressFault.TooLong
            : EmailAddressFault.None;
        if (fault == EmailAddressFault.None)
            address = new EmailAddress(trimmed[..at].ToString(), domain!);
        return fault == EmailAddressFault.None;
    }

    /// <summary>Reads an address that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no address; the message names the fault.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address, out var fault)
            ? address
            : throw new FormatException($"Not an e-mail address ({fault}); write name@host.example.");

    /// <inheritdoc/>
    public override string ToString() => $"{LocalPart}@{Domain}";

    private static EmailAddressFault LocalPartFault(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c > '\x7f')
                return EmailAddressFault.NeedsSmtpUtf8;
        }

        return !Syntax.IsDotAtom(text) ? EmailAddressFault.InvalidLocalPart
            : text.Length > LongestLocalPart ? EmailAddressFault.TooLong
            : EmailAddressFault.None;
    }

    private static string? AsciiDomain(string text)
    {
        try
        {
            var ascii = Idn.GetAscii(text).ToLowerInvariant();
            return Syntax.IsHostName(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null; // IdnMapping has no Try: this is how it says that the name is none.
        }
    }
}
