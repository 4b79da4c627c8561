using System.Security.Cryptography.X509Certificates;
using Samverkan.Formats.Smtp;
using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>STARTTLS, TLS from the start, certificates, and logging in.</summary>
public sealed class SmtpTlsTests
{
    private const string OffersTls = "250-test\r\n250-AUTH PLAIN\r\n250 STARTTLS";

    [Fact]
    public async Task Required_and_not_offered_is_a_fault_of_settings_and_nothing_is_said()
    {
        await using var server = ScriptedServer.Polite();
        var result = await SmtpClient.SendAsync(Secure(server), Sample.Message());
        AssertFailed(result, SmtpFault.TlsNotOffered, transient: false);
        Assert.Equal(["EHLO klient.kommun.example"], server.Heard);
    }

    [Theory]
    [InlineData("454 4.7.0 not now", true)]
    [InlineData("501 5.5.4 no", false)]
    public async Task STARTTLS_refused_is_a_refusal(string answer, bool transient)
    {
        await using var server = ScriptedServer.Polite(("EHLO", OffersTls), ("STARTTLS", answer));
        foreach (var encryption in (SmtpEncryption[])[SmtpEncryption.StartTlsRequired, SmtpEncryption.StartTlsOffered])
            AssertFailed(await SmtpClient.SendAsync(Secure(server, encryption), Sample.Message()), SmtpFault.Refused, transient);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SmtpEncryption.StartTlsRequired, true)]
    [InlineData(SmtpEncryption.StartTlsOffered, true)]
    [InlineData(SmtpEncryption.Implicit, true)]
    [InlineData(SmtpEncryption.Off, false)]
    public async Task TLS_is_used_as_chosen(SmtpEncryption encryption, bool secure)
    {
        await using var server = TlsServer(TestCertificates.Valid, encryption == SmtpEncryption.Implicit);
        var opening = await SmtpConnection.OpenAsync(Secure(server, encryption));
        Assert.True(opening.IsConnected, opening.Failure?.ToString());
        await using var connection = opening.Connection;
        Assert.Equal(secure, connection.IsSecure);
        Assert.True((await connection.SendAsync(Sample.Message())).IsAccepted);
    }

    [Fact]
    public async Task Offered_goes_on_in_clear_text_where_the_server_has_no_TLS()
    {
        await using var server = ScriptedServer.Polite();
        Assert.True((await SmtpClient.SendAsync(Secure(server, SmtpEncryption.StartTlsOffered), Sample.Message())).IsAccepted);
    }

    [Theory]
    [InlineData("untrusted")]
    [InlineData("other name")]
    [InlineData("expired")]
    [InlineData("other root")]
    public async Task A_certificate_that_does_not_hold_is_never_accepted(string why)
    {
        await using var server = TlsServer(why switch
        {
            "other name" => TestCertificates.OtherName,
            "expired" => TestCertificates.Expired,
            _ => TestCertificates.Valid,
        });
        foreach (var encryption in (SmtpEncryption[])[SmtpEncryption.StartTlsRequired, SmtpEncryption.StartTlsOffered])
        {
            var result = await SmtpClient.SendAsync(
                Secure(server, encryption) with
                {
                    TrustedRoot = why switch { "untrusted" => null, "other root" => TestCertificates.Expired, _ => TestCertificates.Root },
                },
                Sample.Message());
            AssertFailed(result, SmtpFault.CertificateInvalid, transient: false);
        }

        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250 2.0.0 injected\r\n")]
    [InlineData("x")]
    public async Task Clear_text_after_STARTTLS_is_refused(string injected)
    {
        await using var server = ScriptedServer.Polite(("EHLO", OffersTls), ("STARTTLS", "220 go on\r\n" + injected));
        AssertFailed(await SmtpClient.SendAsync(Secure(server), Sample.Message()), SmtpFault.TlsInjection, transient: true);
    }

    [Fact]
    public async Task Clear_text_that_comes_later_breaks_the_handshake()
    {
        await using var server = ScriptedServer.Start(async session =>
        {
            await session.SayAsync("220 test\r\n");
            await session.HearAsync();
            await session.SayAsync(OffersTls + "\r\n");
            await session.HearAsync();
            await session.SayAsync("220 go on\r\n");
            await Task.Delay(200, session.Stop);
            await session.SayAsync("250 2.0.0 injected, and long enough to be taken for a TLS record\r\n");
            await Task.Delay(Timeout.Infinite, session.Stop);
        });
        AssertFailed(await SmtpClient.SendAsync(Secure(server), Sample.Message()), SmtpFault.TlsFailed, transient: true);
    }

    [Theory]
    [InlineData(ScriptedSession.Cut, SmtpFault.Disconnected)]
    [InlineData("220 go on", SmtpFault.TimedOut)]
    public async Task A_handshake_that_goes_nowhere_is_transient(string answer, SmtpFault fault)
    {
        await using var server = ScriptedServer.Start(async session =>
        {
            await session.SayAsync("220 test\r\n");
            await session.HearAsync();
            await session.SayAsync(OffersTls + "\r\n");
            await session.HearAsync();
            await session.SayAsync("220 go on\r\n");
            if (answer != ScriptedSession.Cut)
                await Task.Delay(Timeout.Infinite, session.Stop);
        });
        var options = Secure(server) with { ConnectTimeout = TimeSpan.FromMilliseconds(1500) };
        AssertFailed(await SmtpClient.SendAsync(options, Sample.Message()), fault, transient: true);
    }

    [Fact]
    public async Task What_was_offered_in_clear_text_is_forgotten_under_TLS()
    {
        await using var server = TlsServer(TestCertificates.Valid, later: "250 test");
        var result = await SmtpClient.SendAsync(
            Secure(server) with { Credentials = new SmtpCredentials("a", "b") }, Sample.Message());
        Assert.Equal(SmtpFault.AuthNotOffered, result.Failure!.Fault);
        Assert.False(result.Failure.IsTransient);
    }

    [Theory]
    [InlineData(SmtpEncryption.Off, false)]
    [InlineData(SmtpEncryption.StartTlsOffered, false)]
    [InlineData(SmtpEncryption.StartTlsOffered, true)]
    public async Task The_password_does_not_go_over_clear_text(SmtpEncryption encryption, bool allow)
    {
        await using var server = ScriptedServer.Polite(("EHLO", "250-test\r\n250 AUTH PLAIN LOGIN"));
        var result = await SmtpClient.SendAsync(
            Secure(server, encryption) with { Credentials = new SmtpCredentials("a", "b"), AllowClearTextAuth = allow }, Sample.Message());
        Assert.Equal((SmtpPhase.Auth, SmtpFault.AuthNeedsTls), (result.Failure!.Phase, result.Failure.Fault));
        Assert.False(result.Failure.IsTransient);
        Assert.Equal(["EHLO klient.kommun.example"], server.Heard);
    }

    [Theory]
    [InlineData("AUTH LOGIN PLAIN", new[] { "AUTH PLAIN AMOlc2EAbMO2c2VuIG9yZA==" })]
    [InlineData("AUTH LOGIN", new[] { "AUTH LOGIN", "w6VzYQ==", "bMO2c2VuIG9yZA==" })]
    public async Task Logging_in_takes_what_is_offered(string offer, string[] expected)
    {
        await using var server = LoginServer(offer, "235 2.7.0 welcome");
        Assert.True((await SmtpClient.SendAsync(LogsIn(server), Sample.Message())).IsAccepted);
        Assert.Equal(expected, server.Heard.Skip(1).Take(expected.Length));
    }

    [Theory]
    [InlineData("AUTH PLAIN", "535 5.7.8 no: AMOlc2EAbMO2c2VuIG9yZA==, that is lösen ord", "no: ***, that is ***", false)]
    [InlineData("AUTH LOGIN", "535 5.7.8 no: bMO2c2VuIG9yZA==", "no: ***", false)]
    [InlineData("AUTH PLAIN", "454 4.7.0 not now", "not now", true)]
    public async Task A_refused_login_keeps_the_answer_without_the_secret(string offer, string answer, string text, bool transient)
    {
        await using var server = LoginServer(offer, answer);
        var result = await SmtpClient.SendAsync(LogsIn(server), Sample.Message());
        Assert.Equal((SmtpPhase.Auth, SmtpFault.Refused), (result.Failure!.Phase, result.Failure.Fault));
        Assert.Equal(transient, result.Failure.IsTransient);
        Assert.True(result.Failure.IsOfEndpoint);
        Assert.Equal(text, result.Failure.Reply!.Text);
        Assert.Equal(text, result.Reply!.Text);
    }

    private static SmtpOptions Secure(ScriptedServer server, SmtpEncryption encryption = SmtpEncryption.StartTlsRequired) =>
        server.Options() with { Encryption = encryption, TrustedRoot = TestCertificates.Root };

    private static SmtpOptions LogsIn(ScriptedServer server) =>
        server.Options() with { Credentials = new SmtpCredentials("åsa", "lösen ord"), AllowClearTextAuth = true };

    private static ScriptedServer LoginServer(string offer, string answer) => ScriptedServer.Polite(
        ("EHLO", $"250-test\r\n250 {offer}"), ("AUTH PLAIN", answer), ("AUTH LOGIN", "334 VXNlcm5hbWU6"), ("w6VzYQ==", "334 UGFzc3dvcmQ6"),
        ("bMO2c2VuIG9yZA==", answer));

    private static ScriptedServer TlsServer(X509Certificate2 certificate, bool fromStart = false, string later = "250 test") =>
        ScriptedServer.Start(async session =>
        {
            try
            {
                if (fromStart)
                {
                    await session.SecureAsync(certificate);
                    await session.ServeAsync(("EHLO", later));
                    return;
                }

                await session.SayAsync("220 test\r\n");
                await session.HearAsync();
                await session.SayAsync(OffersTls + "\r\n");
                var line = await session.HearAsync();
                if (line == "STARTTLS")
                {
                    await session.SayAsync("220 go on\r\n");
                    await session.SecureAsync(certificate);
                    await session.ServeAsync(("greeting", ScriptedSession.Silence), ("EHLO", later));
                }
                else
                {
                    await session.SayAsync("250 ok\r\n");
                    await session.ServeAsync(("greeting", ScriptedSession.Silence));
                }
            }
            catch (System.Security.Authentication.AuthenticationException)
            {
                // The client refused the certificate, as it should.
            }
        });

    private static void AssertFailed(SmtpResult result, SmtpFault fault, bool transient)
    {
        Assert.Equal((SmtpPhase.Tls, fault), (result.Failure?.Phase, result.Failure?.Fault));
        Assert.Equal(transient, result.Failure!.IsTransient);
        Assert.True(result.Failure.IsOfEndpoint);
    }
}
