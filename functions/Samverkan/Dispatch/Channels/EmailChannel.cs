using Samverkan.Agreements;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;
using EmailAddress = Samverkan.Formats.Mime.EmailAddress;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Hands over by e-mail: the letter as text and HTML, the documents attached. Every try makes the same message, byte for
/// byte, with the same Message-ID. A message is handed to its transport only when it is within the limit and every document
/// is there and is what its hash says.
/// </summary>
public sealed class EmailChannel(IMailTransport transport, MailOptions options) : IChannel
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
        if (MimeWriter.EncodedLength(message) is var size && size > options.MaxEncodedBytes)
            return Permanent(MailCodes.TooLarge, $"Meddelandet är {FileSize.Of(size)} med sina bilagor. Gränsen är {FileSize.Of(options.MaxEncodedBytes)} (Smtp:MaxEncodedBytes).");
        return await ParcelCheck.FaultAsync(parcel, cancellation) ?? await transport.SendAsync(message, cancellation);
    }

    private static ChannelResult Permanent(string code, string? answer) => new(AttemptOutcome.Permanent, code, answer);
}
