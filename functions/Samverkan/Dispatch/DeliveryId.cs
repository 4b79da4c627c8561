using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// Ids of deliveries: <c>{stream}.{20 hexadecimal digits}</c>. The digits are made of the delivery's key (stream, document
/// set, contact, version, resend number), so that the same delivery gets the same id whoever works it out, and however often.
/// The id is the e-mail's Message-ID and the webhook's id.
/// </summary>
public static class DeliveryId
{
    /// <summary>The id of a delivery.</summary>
    /// <param name="stream">The stream that it belongs to.</param>
    /// <param name="setHash">What is handed over: the hash of the set, or of a notice's items.</param>
    /// <param name="contact">To whom: a contact's id.</param>
    /// <param name="version">Which version.</param>
    /// <param name="resend">0 for the first time, then one more for each time a person sends it again.</param>
    public static string Of(StreamId stream, string setHash, string contact, DeliveryVersion version, int resend = 0)
    {
        var key = string.Join('\n', stream.Value, setHash, contact, version.ToString(), resend.ToString(CultureInfo.InvariantCulture));
        return $"{stream.Value}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 10))}";
    }

    /// <summary>The stream that a delivery belongs to.</summary>
    /// <exception cref="FormatException">The text is not a delivery's id.</exception>
    public static StreamId StreamOf(string deliveryId) =>
        TryStreamOf(deliveryId, out var stream) ? stream : throw new FormatException($"'{deliveryId}' is not a delivery's id.");

    /// <summary>The 20 digits that end a delivery's id, and tell it from every other of the installation.</summary>
    /// <exception cref="FormatException">The text is not a delivery's id.</exception>
    public static string DigitsOf(string deliveryId) => deliveryId[(StreamOf(deliveryId).Value.Length + 1)..];

    /// <summary>The stream that a delivery belongs to; false where the text, which may come from anybody, is not an id.</summary>
    public static bool TryStreamOf(string? deliveryId, out StreamId stream)
    {
        stream = default;
        var dot = deliveryId?.LastIndexOf('.') ?? -1;
        return dot > 0
            && deliveryId!.Length == dot + 21
            && deliveryId.AsSpan(dot + 1).IndexOfAnyExcept("0123456789abcdef") < 0
            && StreamId.TryParse(deliveryId[..dot], out stream);
    }
}
