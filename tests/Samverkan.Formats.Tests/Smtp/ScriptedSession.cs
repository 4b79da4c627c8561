using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>One connection of a <see cref="ScriptedServer"/>.</summary>
internal sealed class ScriptedSession(TcpClient client, List<string> heard, CancellationToken stop) : IAsyncDisposable
{
    /// <summary>An answer that hangs up.</summary>
    public const string Cut = "<cut>";

    /// <summary>An answer that never comes.</summary>
    public const string Silence = "<silence>";

    private readonly byte[] buffer = new byte[64 * 1024];
    private ReadOnlyMemory<byte> unread;
    private Stream stream = client.GetStream();

    public CancellationToken Stop => stop;

    public async Task SayAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

    /// <summary>Reads a line, or null at the end; keeps it in what was heard.</summary>
    public async Task<string?> HearAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            var feed = unread.Span.IndexOf((byte)'\n');
            line.Append(Encoding.Latin1.GetString(unread.Span[..(feed < 0 ? unread.Length : feed)]));
            unread = unread[(feed < 0 ? unread.Length : feed + 1)..];
            if (feed >= 0)
                break;
            unread = buffer.AsMemory(0, await stream.ReadAsync(buffer, stop));
            if (unread.IsEmpty)
                return null;
        }

        var text = line.ToString().TrimEnd('\r');
        lock (heard)
            heard.Add(text);
        return text;
    }

    /// <summary>Reads the content up to its dot and gives its lines with dots as they came.</summary>
    public async Task<string> HearContentAsync()
    {
        var content = new StringBuilder();
        while (await HearAsync() is { } line && line != ".")
            content.Append(line).Append("\r\n");
        return content.ToString();
    }

    public async Task SecureAsync(X509Certificate2 certificate)
    {
        var secure = new SslStream(stream);
        stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
    }

    /// <summary>Cuts the connection so that the client sees a reset.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(enable: true, 0);
        client.Close();
    }

    /// <summary>
    /// Plays a whole session: answers a line that begins with one of the keys with its value, and any other with what
    /// grants it. The keys of the greeting and of the answer after the dot are <c>greeting</c> and <c>.</c>.
    /// </summary>
    public async Task ServeAsync(params (string Line, string Answer)[] answers)
    {
        var go = await AnswerAsync("greeting", "220 test");
        while (go && await HearAsync() is { } line)
        {
            go = await AnswerAsync(line, line switch
            {
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ when line.StartsWith("EHLO", StringComparison.Ordinal) => "250-test\r\n250-SIZE 1000000\r\n250 8BITMIME",
                _ => "250 2.0.0 ok",
            });
            if (go && line == "DATA" && !answers.Any(answer => answer.Line == "DATA"))
            {
                await HearContentAsync();
                go = await AnswerAsync(".", "250 2.0.0 kept as 1");
            }
        }

        async Task<bool> AnswerAsync(string line, string usual)
        {
            var answer = answers.FirstOrDefault(answer => line.StartsWith(answer.Line, StringComparison.Ordinal)).Answer ?? usual;
            if (answer == Cut)
                return false;
            await SayAsync(answer == Silence ? "" : answer + "\r\n");
            return true;
        }
    }

    public async ValueTask DisposeAsync() => await stream.DisposeAsync();
}
