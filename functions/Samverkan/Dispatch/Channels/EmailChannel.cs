using Samverkan.Agreements;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;
using EmailAddress = Samverkan.Formats.Mime.EmailAddress;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Hands over by e-mail: the letter as text and HTML, the documents attached, or its other form (a signed link to each, a
/// notice how to get them) where they are over our limit or the server's. Every try makes the same message, byte for byte, with the same Message-ID; which form
/// it has hangs on sizes alone. A message is handed to its transport only when it is within the limit and every document
/// is there and is what its hash says.
/// </summary>
public sealed class EmailChannel(IMailTransport transport, MailOptions options, ReturnAddresses? returns = null) : IChannel
{
    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Email;

    /// <inheritdoc/>
    public EndpointId? EndpointOf(Channel address) => transport.Endpoint;

    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(parcel.Channel.WireAddress, out var address, out var fault))
            return Permanent(SmtpFailure.OfAddress(fault).Code, null);
        var message = MailComposer.Compose(parcel, address, options);
        var linked = MailComposer.ComposeLinked(parcel, address, options);
        if (MimeWriter.EncodedLength(message) is var size && size > options.MaxEncodedBytes)
        {
            if (linked is null)
                return Permanent(MailCodes.TooLarge, $"Meddelandet är {FileSize.Of(size)} med sina bilagor. Gränsen är {FileSize.Of(options.MaxEncodedBytes)} (Smtp:MaxEncodedBytes).");
            (message, linked) = (linked, null);
        }

        return await ParcelCheck.FaultAsync(parcel, cancellation) ?? await SendAsync(message, linked, returns?.Of(parcel.Id), cancellation);
    }

    // A permanent refusal for size says that the server has taken nothing, at whatever step it comes: the smaller form goes
    // in the same try. What may have been taken is never sent in another form.
    private async Task<ChannelResult> SendAsync(MimeMessage message, MimeMessage? linked, EmailAddress? returnPath, CancellationToken cancellation)
    {
        var result = await transport.SendAsync(message, returnPath, cancellation);
        return result is { Outcome: AttemptOutcome.Permanent, Code: MailCodes.TooLarge } && linked is not null
            ? await transport.SendAsync(linked, returnPath, cancellation)
            : result;
    }

    private static ChannelResult Permanent(string code, string? answer) => new(AttemptOutcome.Permanent, code, answer);
}
