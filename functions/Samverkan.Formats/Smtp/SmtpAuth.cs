using System.Text;

namespace Samverkan.Formats.Smtp;

/// <summary>
/// AUTH PLAIN (RFC 4616), or LOGIN where only that is offered; XOAUTH2 where the credentials are a token. Never over clear
/// text unless twice asked for, and a token never at all.
/// </summary>
internal static class SmtpAuth
{
    public static async Task LogInAsync(
        SmtpChannel channel, SmtpOptions options, SmtpCapabilities offers, CancellationToken cancellationToken)
    {
        if (options.Credentials is not { } login)
            return;
        if (!channel.IsSecure && (login.IsToken || !(options.Encryption == SmtpEncryption.Off && options.AllowClearTextAuth)))
            throw new SmtpException(SmtpPhase.Auth, SmtpFault.AuthNeedsTls, "The password does not go over clear text.");
        var answer = login.IsToken ? await TokenAsync(channel, login, offers, cancellationToken)
            : offers.AuthMechanisms.Contains("PLAIN") ? await PlainAsync(channel, login, cancellationToken)
            : offers.AuthMechanisms.Contains("LOGIN") ? await LoginAsync(channel, login, cancellationToken)
            : throw new SmtpException(SmtpPhase.Auth, SmtpFault.AuthNotOffered, "The server offers neither PLAIN nor LOGIN.");
        if (answer.Code != 235)
            throw SmtpSession.Refusal(SmtpPhase.Auth, answer);
    }

    // A refusal comes as a challenge (334) that must be answered with an empty line before the server says 535.
    private static async Task<SmtpAnswer> TokenAsync(
        SmtpChannel channel, SmtpCredentials login, SmtpCapabilities offers, CancellationToken cancellationToken)
    {
        if (!offers.AuthMechanisms.Contains("XOAUTH2"))
            throw new SmtpException(SmtpPhase.Auth, SmtpFault.AuthNotOffered, "The server does not offer XOAUTH2.");
        var proof = Encode($"user={login.UserName}\u0001auth=Bearer {login.Password}\u0001\u0001");
        var answer = await channel.CommandAsync(SmtpPhase.Auth, $"AUTH XOAUTH2 {proof}", cancellationToken, proof, login.Password);
        return answer.Code == 334
            ? await channel.CommandAsync(SmtpPhase.Auth, "", cancellationToken, proof, login.Password)
            : answer;
    }

    private static Task<SmtpAnswer> PlainAsync(SmtpChannel channel, SmtpCredentials login, CancellationToken cancellationToken)
    {
        var proof = Encode($"\0{login.UserName}\0{login.Password}");
        return channel.CommandAsync(SmtpPhase.Auth, $"AUTH PLAIN {proof}", cancellationToken, proof, login.Password);
    }

    private static async Task<SmtpAnswer> LoginAsync(
        SmtpChannel channel, SmtpCredentials login, CancellationToken cancellationToken)
    {
        var (user, password) = (Encode(login.UserName), Encode(login.Password));
        var answer = await channel.CommandAsync(SmtpPhase.Auth, "AUTH LOGIN", cancellationToken);
        if (answer.Code == 334)
            answer = await channel.CommandAsync(SmtpPhase.Auth, user, cancellationToken, user);
        if (answer.Code == 334)
            answer = await channel.CommandAsync(SmtpPhase.Auth, password, cancellationToken, password, login.Password);
        return answer;
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
