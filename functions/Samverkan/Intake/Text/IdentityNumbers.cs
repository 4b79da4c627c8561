using System.Globalization;

namespace Samverkan.Intake.Text;

/// <summary>Finds Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer, day
/// plus 60) with a valid date and check digit, in ten or twelve digits, with "-", "+" (a hundred years or more), a
/// space or nothing before the last four.</summary>
internal static class IdentityNumbers
{
    public static IEnumerable<string> Find(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (start < 0)
            {
                yield break;
            }

            at += start;
            var length = LengthAt(text, at);
            if (length > 0)
            {
                yield return text.Substring(at, length);
            }

            at += Math.Max(length, Digits(text, at));
        }
    }

    /// <summary>The number with its last four digits hidden.</summary>
    public static string Mask(string number) => string.Concat(number.AsSpan(0, number.Length - 4), "****");

    private static int LengthAt(string text, int at)
    {
        var digits = Digits(text, at);
        var separator = digits is 6 or 8 && at + digits < text.Length && text[at + digits] is '-' or '+' or ' ' or '–'
            ? 1 : 0;
        var tail = separator == 1 ? Digits(text, at + digits + 1) : 0;
        var length = tail == 4 ? digits + 5 : digits is 10 or 12 ? digits : 0;
        return length > 0 && IsValid(string.Concat(text.AsSpan(at, length).ToString().Where(char.IsAsciiDigit))) ? length : 0;
    }

    private static bool IsValid(string digits)
    {
        if (digits.Length == 12 && digits[..2] is not ("18" or "19" or "20"))
        {
            return false;
        }

        var ten = digits[^10..];
        var month = Number(ten, 2);
        var day = Number(ten, 4);
        day -= day > 60 ? 60 : 0;
        var leapYear = digits.Length == 12 ? Number(digits, 0, 4) : 2000 + Number(ten, 0);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(leapYear, month) && HasCheckDigit(ten);
    }

    /// <summary>The Luhn sum over all ten digits ends with zero.</summary>
    private static bool HasCheckDigit(string ten)
    {
        var sum = 0;
        for (var i = 0; i < ten.Length; i++)
        {
            var product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return sum % 10 == 0;
    }

    private static int Number(string digits, int start, int length = 2) =>
        int.Parse(digits.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Digits(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }
}
