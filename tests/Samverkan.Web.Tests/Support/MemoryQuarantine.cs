using Samverkan.Intake;

namespace Samverkan.Web.Tests.Support;

/// <summary>A quarantine in memory, for one test.</summary>
public sealed class MemoryQuarantine : IQuarantine
{
    public IDictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    public async Task PutAsync(string id, string name, Stream content, string reason, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        Files[id] = bytes.ToArray();
    }

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(Files.TryGetValue(id, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    public Task RemoveAsync(string id, CancellationToken cancellation)
    {
        Files.Remove(id);
        return Task.CompletedTask;
    }
}
