using System.Text;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>Small messages for the scripted server.</summary>
internal static class Sample
{
    public static EmailAddress Sender { get; } = EmailAddress.Parse("samverkan@kommun.example");

    public static EmailAddress[] Three { get; } =
        [EmailAddress.Parse("a@region.example"), EmailAddress.Parse("b@region.example"), EmailAddress.Parse("c@region.example")];

    public static SmtpMessage Message(string content = "Subject: x\r\n\r\nHej\r\n", params EmailAddress[] recipients) =>
        SmtpMessage.Of(Encoding.Latin1.GetBytes(content), Sender, recipients.Length > 0 ? recipients : Three[..1]);
}
