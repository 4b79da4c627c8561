using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Writes messages as <c>.eml</c> files where there is no mail server, each named by its delivery's id. That nobody has
/// received them is what the result says, except in the demonstration and the simulation.
/// </summary>
/// <param name="outbox">Where they are written.</param>
/// <param name="countsAsHandedOver">True for the demonstration and the simulation only; false by default.</param>
public sealed class FileTransport(IOutbox outbox, bool countsAsHandedOver = false) : IMailTransport
{
    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
    {
        var id = message.MessageId.Value;
        var name = $"{id[..id.IndexOf('@', StringComparison.Ordinal)]}.eml";
        await outbox.WriteAsync(name, (output, token) => MimeWriter.WriteAsync(message, output, token), cancellation);
        return countsAsHandedOver
            ? new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Demo, "Demo: skriven till utkorgen")
            : new ChannelResult(AttemptOutcome.WrittenToFile, MailCodes.WrittenToFile, $"Skriven till utkorgen som {name}");
    }
}
