using System.Globalization;

namespace Samverkan.Agreements;

/// <summary>
/// A mailbox that every mail server takes: RFC 5321 4.1.2 without quoted local parts, address literals and SMTPUTF8.
/// </summary>
internal static class EmailAddress
{
    private const string Example = "Skriv den som namn@kommun.example.";
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    internal static AddressCheck Check(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1)
            return AddressCheck.Bad($"E-postadressen ska ha ett namn, ett @ och en domän. {Example}");
        if (!IsDotAtom(address.AsSpan(0, at)))
            return AddressCheck.Bad($"Det som står före @ i e-postadressen får bara ha a–z, siffror och vanliga tecken, högst 64, och inga mellanslag. {Example}");
        if (ToAscii(address[(at + 1)..]) is not { } domain)
            return AddressCheck.Bad($"Domänen efter @ i e-postadressen är inte en giltig domän. {Example}");
        var wire = address[..(at + 1)] + domain;
        return wire.Length <= 254 ? AddressCheck.Good(wire) : AddressCheck.Bad("E-postadressen är längre än 254 tecken. Skriv en kortare.");
    }

    private static bool IsDotAtom(ReadOnlySpan<char> local)
    {
        if (local.Length > 64 || local[0] == '.' || local[^1] == '.') return false;
        for (var i = 0; i < local.Length; i++)
        {
            var allowed = char.IsAsciiLetterOrDigit(local[i]) || "!#$%&'*+-/=?^_`{|}~".Contains(local[i], StringComparison.Ordinal)
                || (local[i] == '.' && local[i - 1] != '.');
            if (!allowed) return false;
        }

        return true;
    }

    private static string? ToAscii(string domain)
    {
        if (domain.Length > 253 || domain.EndsWith('.')) return null;
        try
        {
            var ascii = Idn.GetAscii(domain);
            var isName = ascii.Contains('.', StringComparison.Ordinal) && !char.IsAsciiDigit(ascii[^1]);
            return isName || ascii == "localhost" ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
