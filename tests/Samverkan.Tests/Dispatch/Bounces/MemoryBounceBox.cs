using Samverkan.Dispatch.Bounces;

namespace Samverkan.Tests.Dispatch.Bounces;

/// <summary>A bounce box in memory; what is claimed and not ended is there again.</summary>
internal sealed class MemoryBounceBox : IBounceBox
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public Dictionary<string, string> Aside { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _files.Keys;

    public void Add(string name, byte[] eml) => _files[name] = eml;

    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellation) => _files.Keys.ToArray().ToAsyncEnumerable();

    public Task<IBounceClaim?> ClaimAsync(string name, CancellationToken cancellation) => Task.FromResult<IBounceClaim?>(new Claim(this, name));

    private sealed class Claim(MemoryBounceBox box, string name) : IBounceClaim
    {
        public Task<Stream> OpenAsync(CancellationToken cancellation) => Task.FromResult<Stream>(new MemoryStream(box._files[name]));

        public Task CompleteAsync(CancellationToken cancellation)
        {
            box._files.Remove(name);
            return Task.CompletedTask;
        }

        public Task SetAsideAsync(string reason, CancellationToken cancellation)
        {
            box.Aside[name] = reason;
            return CompleteAsync(cancellation);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
