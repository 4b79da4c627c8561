using System.Globalization;

namespace Samverkan.Formats.Smtp;

/// <summary>One message on an open session: MAIL, RCPT, DATA and what each recipient got.</summary>
internal sealed class SmtpTransaction(
    SmtpChannel channel, SmtpOptions options, SmtpCapabilities offers, SmtpMessage message, SmtpProgressReporter progress)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly List<SmtpRecipientResult> asked = [];

    /// <summary>Whether the session can take another message: the server said nothing wrong, only perhaps no.</summary>
    public bool LeavesUsable { get; private set; }

    public async Task<SmtpResult> RunAsync(bool reset, CancellationToken cancellationToken)
    {
        try
        {
            Prepare();
            if (reset)
                await AskAsync(SmtpPhase.Reset, "RSET", 250, cancellationToken);
            await AskAsync(SmtpPhase.MailFrom, MailFrom(), 250, cancellationToken);
            await RecipientsAsync(cancellationToken);
            await AskAsync(SmtpPhase.Data, "DATA", 354, cancellationToken);
            await ContentAsync(cancellationToken);
            var reply = await AnswerAsync(cancellationToken);
            LeavesUsable = true;
            return new SmtpResult(null, reply, Recipients(null, reply));
        }
        catch (SmtpException e)
        {
            LeavesUsable = e.Failure is { Fault: SmtpFault.Refused, Reply.Code: not 421 } or { Phase: SmtpPhase.Prepare };
            return new SmtpResult(e.Failure, channel.LastReply, Recipients(e.Failure, e.Failure.Reply));
        }
    }

    private void Prepare()
    {
        if (offers.SizeLimit is { } limit && message.Size > limit)
            throw new SmtpException(SmtpPhase.Prepare, SmtpFault.TooLarge, $"{message.Size} bytes; the server takes {limit}.");
        if (message.IsEightBit && !offers.EightBitMime)
            throw new SmtpException(SmtpPhase.Prepare, SmtpFault.EightBitNotOffered, "The server lacks 8BITMIME.");
    }

    private string MailFrom() =>
        $"MAIL FROM:<{message.ReturnPath}>"
        + (offers.Size ? string.Create(CultureInfo.InvariantCulture, $" SIZE={message.Size}") : "")
        + (message.IsEightBit ? " BODY=8BITMIME" : "");

    private async Task RecipientsAsync(CancellationToken cancellationToken)
    {
        progress.Enter(SmtpPhase.RcptTo);
        foreach (var address in message.Recipients)
        {
            var answer = await channel.CommandAsync(SmtpPhase.RcptTo, $"RCPT TO:<{address}>", cancellationToken);
            var failure = answer.Code is 250 or 251 or 252 ? null : SmtpSession.Refusal(SmtpPhase.RcptTo, answer).Failure;
            if (failure is { Fault: not SmtpFault.Refused } or { Reply.Code: 421 })
                throw new SmtpException(failure);
            asked.Add(new SmtpRecipientResult(address, answer.Reply, failure));
        }

        if (asked.All(recipient => !recipient.IsAccepted))
        {
            var failures = asked.ConvertAll(recipient => recipient.Failure!);
            throw new SmtpException(failures.Find(failure => failure.IsTransient) ?? failures[0]);
        }
    }

    private async Task ContentAsync(CancellationToken cancellationToken)
    {
        await using var content = new SmtpContentStream(channel, message.IsEightBit, progress);
        try
        {
            await message.WriteAsync(content, cancellationToken);
            await content.FinishAsync(message.Size, cancellationToken);
        }
        catch (SmtpException e) when (e.Failure.Fault == SmtpFault.Disconnected)
        {
            throw await LastWordsAsync(cancellationToken) is { } answer
                ? SmtpSession.Refusal(e.Failure.Phase, answer)
                : Unknown(e);
        }
        catch (SmtpException e)
        {
            throw Unknown(e);
        }
    }

    private async Task<SmtpReply> AnswerAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await channel.ReadAsync(SmtpPhase.AfterData, options.AfterDataTimeout, cancellationToken);
            return answer.Code == 250 ? answer.Reply : throw SmtpSession.Refusal(SmtpPhase.AfterData, answer);
        }
        catch (SmtpException e)
        {
            throw Unknown(e);
        }
    }

    // A server that has enough says why and hangs up; the words may have come before the broken connection showed.
    private async Task<SmtpAnswer?> LastWordsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await channel.ReadAsync(SmtpPhase.Data, LastWords, cancellationToken) is { Reply.IsPositive: false } answer
                ? answer
                : null;
        }
        catch (SmtpException)
        {
            return null; // It said nothing: the break itself is what is reported.
        }
    }

    private static SmtpException Unknown(SmtpException e) =>
        e.Failure is { Phase: SmtpPhase.AfterData, Fault: not SmtpFault.Refused }
            ? new SmtpException(e.Failure with { Fault = SmtpFault.OutcomeUnknown })
            : e;

    private async Task AskAsync(SmtpPhase phase, string command, int expected, CancellationToken cancellationToken)
    {
        progress.Enter(phase);
        var answer = await channel.CommandAsync(phase, command, cancellationToken);
        if (answer.Code != expected)
            throw SmtpSession.Refusal(phase, answer);
    }

    // Whom the server refused by name keeps that answer; the others share the fate of the message.
    private List<SmtpRecipientResult> Recipients(SmtpFailure? failure, SmtpReply? reply) =>
        [.. message.Recipients.Select((address, i) =>
            i < asked.Count && !asked[i].IsAccepted ? asked[i] : new SmtpRecipientResult(address, reply, failure))];
}
