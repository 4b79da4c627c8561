using Azure.Core;
using Azure.Core.Pipeline;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>Stands between the client and the service at each try: counts them, and lets a test change what happens.</summary>
public sealed class PassingPolicy : HttpPipelinePolicy
{
    private int _count;

    /// <summary>Every request that was sent, as method, path and query.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>How many tries there were.</summary>
    public int Count => _count;

    /// <summary>What to do at a try, given its number from 1; null to let it pass.</summary>
    public Func<int, HttpMessage, Interference>? Interfere { get; set; }

    /// <summary>Forgets what there was.</summary>
    public void Reset()
    {
        _count = 0;
        Sent.Clear();
        Interfere = null;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Everything is sent asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Interlocked.Increment(ref _count);
        Sent.Enqueue($"{message.Request.Method} {message.Request.Uri.ToUri().PathAndQuery}");
        var interference = Interfere?.Invoke(number, message) ?? Interference.None;
        if (interference == Interference.Busy)
        {
            message.Response = new ServiceAnswer(503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
            return;
        }

        await ProcessNextAsync(message, pipeline);
        if (interference == Interference.LoseAnswer) throw new IOException("The answer was lost.");
    }
}
