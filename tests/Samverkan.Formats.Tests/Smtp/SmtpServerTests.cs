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
        var result = await SmtpClient.SendAsync(Clear(server.Port), SmtpMessage.Of(SampleMail.Make()));

        Assert.True(result.IsAccepted, result.ToString());
        Assert.Equal(250, result.Reply!.Code);
        var message = server.Message();
        Assert.Equal(SampleMail.Make().Subject, message.Header("Subject"));
        Assert.Equal(SampleMail.Make().To, message.Mailboxes("To"));
        var plan = message.All().First(part => part.ContentType == "application/pdf");
        Assert.Equal(SampleMail.Make().Attachments[0].FileName, plan.FileName);
        Assert.Equal(SampleMail.Plan, plan.Content());
        Assert.Equal(await SampleMail.WriteAsync(SampleMail.Make()), Assert.Single(server.Messages()));
        Assert.Equal("klient.kommun.example", server.Envelope().GetProperty("clientName").GetString());
        Assert.Equal("folkhalsa@region.example", server.Envelope().GetProperty("to")[0].GetString());
    }

    private static SmtpOptions Clear(int port) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        ClientName = "klient.kommun.example",
        Encryption = SmtpEncryption.Off,
        CommandTimeout = TimeSpan.FromSeconds(30),
    };
}
