using System.Net;
using System.Net.Sockets;
using Samverkan.Formats.Smtp;

namespace Samverkan.Formats.Tests.Smtp;

/// <summary>A server that does with each connection what a test says, and keeps what the script throws.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private ScriptedServer(Func<ScriptedSession, Task> script)
    {
        listener.Start();
        running = RunAsync(script);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<string> Heard { get; } = [];

    public static ScriptedServer Start(Func<ScriptedSession, Task> script) => new(script);

    /// <summary>A server that grants all, but answers a line that begins with one of the keys with its value.</summary>
    public static ScriptedServer Polite(params (string Line, string Answer)[] answers) => Start(session => session.ServeAsync(answers));

    public SmtpOptions Options() => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        ClientName = "klient.kommun.example",
        Encryption = SmtpEncryption.Off,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        CommandTimeout = TimeSpan.FromSeconds(20),
        DataBlockTimeout = TimeSpan.FromSeconds(20),
        AfterDataTimeout = TimeSpan.FromSeconds(20),
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task RunAsync(Func<ScriptedSession, Task> script)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                client.NoDelay = true;
                await using var session = new ScriptedSession(client, Heard, stop.Token);
                await ServeAsync(script, session);
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private static async Task ServeAsync(Func<ScriptedSession, Task> script, ScriptedSession session)
    {
        try
        {
            await script(session);
        }
        catch (IOException)
        {
            // The client hung up first, which is what many scripts provoke.
        }
    }
}
