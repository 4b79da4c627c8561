namespace Samverkan.Formats.Smtp;

/// <summary>The opening of a session: greeting, EHLO, TLS, EHLO again, login.</summary>
internal static class SmtpSession
{
    public static async Task<SmtpCapabilities> OpenAsync(
        SmtpChannel channel, SmtpOptions options, SmtpProgressReporter progress, CancellationToken cancellationToken)
    {
        if (options.Encryption == SmtpEncryption.Implicit)
        {
            progress.Enter(SmtpPhase.Tls);
            await channel.SecureAsync(cancellationToken);
        }

        progress.Enter(SmtpPhase.Greeting);
        var greeting = await channel.ReadAsync(SmtpPhase.Greeting, options.CommandTimeout, cancellationToken);
        if (greeting.Code != 220)
            throw Refusal(SmtpPhase.Greeting, greeting);
        progress.Enter(SmtpPhase.Ehlo);
        var offers = await HelloAsync(channel, options, cancellationToken);
        if (await StartTlsAsync(channel, options, offers, progress, cancellationToken))
            offers = await HelloAsync(channel, options, cancellationToken);
        progress.Enter(SmtpPhase.Auth);
        await SmtpAuth.LogInAsync(channel, options, offers, cancellationToken);
        return offers;
    }

    /// <summary>A refusal, or no SMTP where the code is neither what was asked for nor a refusal.</summary>
    public static SmtpException Refusal(SmtpPhase phase, SmtpAnswer answer) =>
        new(phase, answer.Reply.IsPositive ? SmtpFault.NotSmtp : SmtpFault.Refused, reply: answer.Reply);

    private static async Task<SmtpCapabilities> HelloAsync(
        SmtpChannel channel, SmtpOptions options, CancellationToken cancellationToken)
    {
        var answer = await channel.CommandAsync(SmtpPhase.Ehlo, $"EHLO {options.ClientName}", cancellationToken);
        return answer.Code == 250 ? SmtpCapabilities.Read(answer.Lines) : throw Refusal(SmtpPhase.Ehlo, answer);
    }

    // What the server offered in clear text is forgotten: EHLO is asked again under TLS (RFC 3207 4.2).
    private static async Task<bool> StartTlsAsync(
        SmtpChannel channel,
        SmtpOptions options,
        SmtpCapabilities offers,
        SmtpProgressReporter progress,
        CancellationToken cancellationToken)
    {
        if (channel.IsSecure || options.Encryption == SmtpEncryption.Off)
            return false;
        if (!offers.StartTls)
        {
            return options.Encryption == SmtpEncryption.StartTlsOffered
                ? false
                : throw new SmtpException(SmtpPhase.Tls, SmtpFault.TlsNotOffered, "The server does not offer STARTTLS.");
        }

        progress.Enter(SmtpPhase.Tls);
        var answer = await channel.CommandAsync(SmtpPhase.Tls, "STARTTLS", cancellationToken);
        if (answer.Code != 220)
            throw Refusal(SmtpPhase.Tls, answer);
        await channel.SecureAsync(cancellationToken);
        return true;
    }
}
