using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>
/// A mail server for one connection at a time that answers by a script: the reply to a command's first word, <c>.</c> for
/// the end of the message, <c>connect</c> for the greeting. An empty reply closes the connection.
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, string> _script = new()
    {
        ["connect"] = "220 mejl.region.example ESMTP",
        ["EHLO"] = "250-mejl.region.example\r\n250-8BITMIME\r\n250 SIZE 1000000",
        ["MAIL"] = "250 2.1.0 Ok",
        ["RCPT"] = "250 2.1.5 Ok",
        ["DATA"] = "354 Go ahead",
        ["."] = "250 2.0.0 Ok: queued as 4F2A",
        ["QUIT"] = "221 2.0.0 Bye",
    };

    private readonly Task _loop;

    public MailServer(params (string Command, string Reply)[] script)
    {
        foreach (var (command, reply) in script) _script[command] = reply;
        _listener.Start();
        _loop = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Commands { get; } = [];

    public byte[] Message { get; private set; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: what was heard is in Commands.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (IOException)
        {
            // The client went away; the next one is served.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        for (var command = "connect"; command is not null; command = await reader.ReadLineAsync(_stop.Token))
        {
            Commands.Add(command);
            if (!await ReplyAsync(stream, command.Split(' ')[0])) return;
            if (command != "DATA" || !_script["DATA"].StartsWith("354", StringComparison.Ordinal)) continue;
            await ReadMessageAsync(reader);
            if (!await ReplyAsync(stream, ".")) return;
        }
    }

    private async Task ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        Message = Encoding.Latin1.GetBytes(message.ToString());
    }

    private async Task<bool> ReplyAsync(NetworkStream stream, string command)
    {
        var reply = _script.GetValueOrDefault(command, "502 5.5.1 What?");
        if (reply.Length == 0) return false;
        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), _stop.Token);
        return true;
    }
}
