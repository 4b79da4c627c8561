using System.Text;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;
using Samverkan.Formats.Tests.Mime;
using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>Against the npm package smtp-server: what it received, read back whole.</summary>
public sealed class SmtpServerTests
{
    [SmtpServerFact]
    public async Task A_message_arrives_whole()
    {
        await using var server = await SmtpServerProcess.StartAsync();
        var result = await SmtpClient.SendAsync(Clear(server), SmtpMessage.Of(SampleMail.Make()));

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal("250 kept as 000001", result.Reply!.ToString());
        var message = server.Message();
        Assert.Equal(SampleMail.Make().Subject, message.Header("Subject"));
        Assert.Equal(SampleMail.Make().To, message.Mailboxes("To"));
        Assert.Equal([SampleMail.Make().From], message.Mailboxes("From"));
        var plan = message.All().First(part => part.ContentType == "application/pdf");
        Assert.Equal(SampleMail.Make().Attachments[0].FileName, plan.FileName);
        Assert.Equal(SampleMail.Plan, plan.Content());
        Assert.Equal(TextBody.WithCrlf(SampleMail.Make().Text!), message.All().First(part => part.ContentType == "text/plain").Text());
        Assert.Equal(await SampleMail.WriteAsync(SampleMail.Make()), Assert.Single(server.Messages()));
        Assert.Equal("klient.kommun.example", server.Envelope().GetProperty("clientName").GetString());
        Assert.Equal("folkhalsa@region.example", server.Envelope().GetProperty("to")[0].GetString());
        Assert.Equal("samverkan@kommun.example", server.Envelope().GetProperty("from").GetString());
    }

    [SmtpServerFact]
    public async Task Lines_of_dots_and_many_megabytes_arrive_unchanged()
    {
        var content = new StringBuilder("Subject: x\r\n\r\n");
        for (var i = 0; content.Length < 6_000_000; i++)
            content.Append('.', i % 998).Append("\r\n");
        await using var server = await SmtpServerProcess.StartAsync();
        var result = await SmtpClient.SendAsync(Clear(server), Sample.Message(content.ToString()));
        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal(content.ToString(), Encoding.ASCII.GetString(Assert.Single(server.Messages())));
    }

    [SmtpServerFact]
    public async Task Several_messages_go_over_one_connection_and_one_recipient_of_three_is_refused()
    {
        await using var server = await SmtpServerProcess.StartAsync("--fail", "rcpt:b@region.example=550", "--fail", "data=451*1");
        var opening = await SmtpConnection.OpenAsync(Clear(server));
        await using var connection = opening.Connection!;
        var first = await connection.SendAsync(Sample.Message());
        Assert.Equal((SmtpPhase.AfterData, 451, true), (first.Failure!.Phase, first.Failure.Reply!.Code, first.Failure.IsTransient));
        var second = await connection.SendAsync(Sample.Message(recipients: Sample.Three));
        Assert.True(second.IsAccepted, second.ToString());
        Assert.Equal([null, 550, null], second.Recipients.Select(recipient => recipient.Failure?.Reply?.Code));
        Assert.Single(server.Messages());
    }

    [SmtpServerFact]
    public async Task The_servers_size_is_known_before_anything_is_sent()
    {
        await using var server = await SmtpServerProcess.StartAsync("--size", "10000");
        var opening = await SmtpConnection.OpenAsync(Clear(server));
        await using var connection = opening.Connection!;
        Assert.Equal(10_000, connection.Capabilities.SizeLimit);
        var result = await connection.SendAsync(SmtpMessage.Of(SampleMail.Make()));
        Assert.Equal(SmtpFault.TooLarge, result.Failure!.Fault);
        Assert.True((await connection.SendAsync(SmtpMessage.Of(SampleMail.Make() with { Attachments = [] }))).IsAccepted);
        Assert.Equal(
            MimeWriter.EncodedLength(SampleMail.Make() with { Attachments = [] }).ToString(System.Globalization.CultureInfo.InvariantCulture),
            server.Envelope().GetProperty("arguments").GetProperty("SIZE").GetString());
    }

    [SmtpServerFact]
    public async Task Logging_in_over_STARTTLS_and_over_TLS_from_the_start()
    {
        foreach (var (tls, encryption) in ((string, SmtpEncryption)[])[("starttls", SmtpEncryption.StartTlsRequired), ("implicit", SmtpEncryption.Implicit)])
        {
            foreach (var method in (string[])["PLAIN", "LOGIN"])
            {
                await using var server = await StartTlsAsync(tls, method);
                var options = Clear(server) with
                {
                    Encryption = encryption,
                    TrustedRoot = TestCertificates.Root,
                    Credentials = new SmtpCredentials("åsa", "lösen ord"),
                };
                var result = await SmtpClient.SendAsync(options, SmtpMessage.Of(SampleMail.Make()));
                Assert.True(result.IsAccepted, result.ToString());
                Assert.Equal("åsa", server.Envelope().GetProperty("user").GetString());
                Assert.True(server.Envelope().GetProperty("secure").GetBoolean());

                result = await SmtpClient.SendAsync(options with { Credentials = new SmtpCredentials("åsa", "fel") }, Sample.Message());
                Assert.Equal((SmtpPhase.Auth, 535), (result.Failure!.Phase, result.Failure.Reply!.Code));
                result = await SmtpClient.SendAsync(options with { TrustedRoot = null }, Sample.Message());
                Assert.Equal(SmtpFault.CertificateInvalid, result.Failure!.Fault);
                Assert.Single(server.Messages());
            }
        }
    }

    private static async Task<SmtpServerProcess> StartTlsAsync(string tls, string method)
    {
        using var files = new CertificateFiles(TestCertificates.Valid); // the server has read them when it has told its port
        return await SmtpServerProcess.StartAsync(
            "--tls", tls, "--key", files.Key, "--cert", files.Certificate, "--auth", "åsa:lösen ord", "--methods", method);
    }

    private static SmtpOptions Clear(SmtpServerProcess server) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        ClientName = "klient.kommun.example",
        Encryption = SmtpEncryption.Off,
        CommandTimeout = TimeSpan.FromSeconds(30),
    };
}
