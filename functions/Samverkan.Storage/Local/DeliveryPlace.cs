using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Samverkan.Storage.Local;

/// <summary>Where a page of the delivery log ended, as the caller carries it. It may have passed through a web address.</summary>
internal readonly record struct DeliveryPlace(long CreatedAt, string Id)
{
    /// <summary>The text for the caller.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CreatedAt} {Id}")));

    /// <exception cref="FormatException">The text was not given out with a page.</exception>
    public static DeliveryPlace Parse(string text)
    {
        if (Base64Url.IsValid(text))
        {
            var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            var space = plain.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && long.TryParse(plain.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at))
                return new DeliveryPlace(at, plain[(space + 1)..]);
        }

        throw new FormatException("The place in the delivery log is not one that a page ended with.");
    }
}
