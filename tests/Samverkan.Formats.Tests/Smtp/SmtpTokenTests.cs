using System.Text;
using Samverkan.Formats.Smtp;
using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>XOAUTH2: a token in place of a password.</summary>
public sealed class SmtpTokenTests
{
    private const string Token = "ya29.hemlig-biljett";
    private static readonly SmtpCredentials Login = SmtpCredentials.OfToken("samverkan@kommun.example", Token);

    [Fact]
    public async Task The_token_goes_over_TLS_as_XOAUTH2_says()
    {
        await using var server = Secure("235 2.7.0 Accepted");
        Assert.True((await SendAsync(server)).IsAccepted);
        var proof = Assert.Single(server.Heard, line => line.StartsWith("AUTH XOAUTH2 ", StringComparison.Ordinal))[13..];
        Assert.Equal($"user=samverkan@kommun.example\u0001auth=Bearer {Token}\u0001\u0001", Encoding.UTF8.GetString(Convert.FromBase64String(proof)));
    }

    [Fact]
    public async Task A_challenge_is_answered_with_an_empty_line_and_the_refusal_kept_without_the_token()
    {
        await using var server = Secure("334 eyJzdGF0dXMiOiI0MDEifQ==", $"535 5.7.3 Authentication unsuccessful {Token}");
        var failure = (await SendAsync(server)).Failure!;
        Assert.Equal((SmtpPhase.Auth, 535, false), (failure.Phase, failure.Reply!.Code, failure.IsTransient));
        Assert.Contains("", server.Heard);
        Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, Login.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_never_goes_over_clear_text_even_where_a_password_may()
    {
        await using var server = ScriptedServer.Polite(("EHLO", "250-test\r\n250 AUTH XOAUTH2 PLAIN"));
        var result = await SmtpClient.SendAsync(server.Options() with { Credentials = Login, AllowClearTextAuth = true }, Sample.Message());
        Assert.Equal(SmtpFault.AuthNeedsTls, result.Failure!.Fault);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\u0001b", "x")]
    [InlineData("a", "x\r\ny")]
    public void What_would_forge_a_field_is_no_credential(string user, string token) =>
        Assert.Throws<ArgumentException>(() => SmtpCredentials.OfToken(user, token));

    private static ScriptedServer Secure(params string[] answers) => ScriptedServer.Start(async session =>
    {
        await session.SecureAsync(TestCertificates.Valid);
        await session.SayAsync("220 test\r\n");
        await session.HearAsync();
        await session.SayAsync("250-test\r\n250 AUTH XOAUTH2\r\n");
        foreach (var answer in answers)
        {
            await session.HearAsync();
            await session.SayAsync(answer + "\r\n");
        }

        await session.ServeAsync(("greeting", ScriptedSession.Silence));
    });

    private static Task<SmtpResult> SendAsync(ScriptedServer server) => SmtpClient.SendAsync(
        server.Options() with { Encryption = SmtpEncryption.Implicit, TrustedRoot = TestCertificates.Root, Credentials = Login }, Sample.Message());
}
