using Samverkan.Formats.Mime;

namespace Samverkan.Formats.Tests.Mime;

/// <summary>A mail with everything in it, to vary with <c>with</c>.</summary>
internal static class SampleMail
{
    public static byte[] Plan { get; } = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7))];

    public static MimeMessage Make() => new()
    {
        From = new Mailbox(EmailAddress.Parse("samverkan@kommun.example"), "Alingsås kommun, Samverkan"),
        To = [new Mailbox(EmailAddress.Parse("folkhalsa@region.example"), "Avdelning folkhälsa, Västra Götalandsregionen")],
        ReplyTo = [new Mailbox(EmailAddress.Parse("registrator@kommun.example"))],
        Subject = "UTKAST: Verksamhetsplan folkhälsa och social hållbarhet 2023, översänd enligt samverkansavtalet",
        Date = new DateTimeOffset(2022, 12, 1, 6, 0, 0, TimeSpan.FromHours(1)),
        MessageId = MessageId.Parse("delivery-1.0@kommun.example"),
        ExtraHeaders = [new MimeHeader("Auto-Submitted", "auto-generated")],
        Text = "Hej!\n\nHär kommer verksamhetsplanen med budget.\n.\n..punkt\nFrom Alingsås\n",
        Html = "<p>Hej!</p>\n<p>Här kommer verksamhetsplanen med budget.</p>\n",
        Attachments =
        [
            MimeAttachment.FromBytes("Verksamhetsplan folkhälsa och social hållbarhet 2023 – utkast (åäö ÅÄÖ).pdf", "application/pdf", Plan),
            MimeAttachment.FromBytes("budget.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new byte[57]),
        ],
    };

    public static async Task<byte[]> WriteAsync(MimeMessage message)
    {
        using var output = new MemoryStream();
        await MimeWriter.WriteAsync(message, output, CancellationToken.None);
        return output.ToArray();
    }
}
