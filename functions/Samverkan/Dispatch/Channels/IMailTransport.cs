using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Channels;

/// <summary>The port to whatever takes a finished message: a mail server, or the outbox folder where there is none.</summary>
public interface IMailTransport
{
    /// <summary>The server that messages go through; null (the default) where there is none.</summary>
    EndpointId? Endpoint => null;

    /// <summary>
    /// Hands the message over once; its Message-ID begins with the delivery's id. Faults of the server and of the network are
    /// results with a code of <see cref="MailCodes"/>; exceptions are bugs, faults of this machine, and cancellation.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="returnPath">Where bounces go, for the envelope; null: to the sender.</param>
    /// <param name="cancellation">Breaks off.</param>
    Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation);
}
