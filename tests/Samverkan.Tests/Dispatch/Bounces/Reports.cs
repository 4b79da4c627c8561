using System.Text;

namespace Samverkan.Tests.Dispatch.Bounces;

/// <summary>Messages as mail systems write them to a return address.</summary>
internal static class Reports
{
    internal static byte[] Of(string to, string action = "failed", string status = "5.1.1", string recipient = "region@region.example", string header = "To") => Bytes($"""
        From: MAILER-DAEMON@mejl.kommun.example
        {header}: {to}
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        I am sorry.
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mejl.kommun.example

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} No such user

        --b1
        Content-Type: text/rfc822-headers

        Subject: Plan
        --b1--
        """);

    internal static byte[] Message(string to, string headers = "", string contentType = "text/plain") => Bytes($"""
        From: region@region.example
        To: {to}
        Content-Type: {contentType}
        {headers}
        Subject: Hej

        Text
        """);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
