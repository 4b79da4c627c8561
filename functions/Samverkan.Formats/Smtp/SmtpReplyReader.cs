using System.Text;

namespace Samverkan.Formats.Smtp;

/// <summary>
/// Reads answers (RFC 5321 4.2.1). Bounded: 2048 bytes a line where the RFC asks for 512, 100 lines an answer; a server
/// that says more is not talking SMTP.
/// </summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    private const int LongestLine = 2048;
    private const int MostLines = 100;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>Whether the server has said something that nobody has read.</summary>
    public bool HasUnread => end > start;

    public async Task<SmtpAnswer> ReadAsync(SmtpPhase phase, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = 0;
        while (true)
        {
            var line = await LineAsync(phase, cancellationToken);
            if (!TryCode(line, out var lineCode) || (lines.Count > 0 && lineCode != code))
                throw new SmtpException(phase, SmtpFault.NotSmtp, $"Not an SMTP answer: {line}");
            code = lineCode;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpAnswer(SmtpReplyText.Reply(code, lines), lines);
            if (lines.Count == MostLines)
                throw new SmtpException(phase, SmtpFault.NotSmtp, $"An answer of more than {MostLines} lines.");
        }
    }

    private static bool TryCode(string line, out int code)
    {
        var valid = line.Length >= 3 && line[0] is >= '2' and <= '5' && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
            && (line.Length == 3 || line[3] is ' ' or '-');
        code = valid ? ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0') : 0;
        return valid;
    }

    private async Task<string> LineAsync(SmtpPhase phase, CancellationToken cancellationToken)
    {
        while (true)
        {
            var unread = buffer.AsMemory(start, end - start);
            var feed = unread.Span.IndexOf((byte)'\n');
            if (feed >= 0)
            {
                start += feed + 1;
                return Encoding.UTF8.GetString(unread.Span[..feed]).TrimEnd('\r');
            }

            if (unread.Length == buffer.Length)
                throw new SmtpException(phase, SmtpFault.NotSmtp, $"A line of more than {LongestLine} bytes.");
            unread.CopyTo(buffer);
            (start, end) = (0, unread.Length);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
                throw new SmtpException(phase, SmtpFault.Disconnected, "The server closed the connection.");
            end += read;
        }
    }
}
