using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Links;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Bounces;

/// <summary>
/// The address that a message's bounces go to, the envelope's sender: <c>local+b-{digits}-{signature}@domain</c>, of
/// <see cref="MailOptions.BounceAddress"/>, the 20 digits that end the delivery's id, and 80 bits of an HMAC over them.
/// </summary>
public sealed class ReturnAddresses(MailOptions options, LinkSigner signer)
{
    /// <summary>The longest local part of the configured address: 64 (RFC 5321 4.5.3.1.1) without what is added.</summary>
    internal const int LongestLocalPart = 24;

    /// <summary>The delivery's return address, the same at every try; null where no <c>Smtp:BounceAddress</c> is set.</summary>
    public EmailAddress? Of(string deliveryId)
    {
        if (options.BounceAddress is null) return null;
        var address = EmailAddress.Parse(options.BounceAddress);
        var digits = DeliveryId.DigitsOf(deliveryId);
        return EmailAddress.Parse($"{address.LocalPart}+b-{digits}-{signer.Bounce(digits)}@{address.Domain}");
    }
}
