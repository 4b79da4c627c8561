using System.Text;
using Samverkan.Dispatch.Bounces;

namespace Samverkan.Storage.Local;

/// <summary>A claimed file of the bounce box.</summary>
internal sealed class FolderBounceClaim(FolderInboxClaim claim, string aside, bool durable) : IBounceClaim
{
    /// <inheritdoc/>
    public Task<Stream> OpenAsync(CancellationToken cancellation) => claim.OpenAsync(cancellation);

    /// <inheritdoc/>
    public Task CompleteAsync(CancellationToken cancellation) => claim.CompleteAsync(cancellation);

    /// <inheritdoc/>
    public async Task SetAsideAsync(string reason, CancellationToken cancellation)
    {
        // The reason first: a crash in between leaves a reason without a file, and the file is read again.
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(aside, NameOf(number));
            if (Path.Exists(path)) continue;
            await AtomicFile.WriteAsync(path + ".orsak.txt", Encoding.UTF8.GetBytes(reason + "\n"), cancellation, durable);
            if (FreeName.TryMove(claim.Path, path)) break;
        }

        await claim.CompleteAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => claim.DisposeAsync();

    private string NameOf(int number) => number == 1
        ? claim.Name
        : $"{Path.GetFileNameWithoutExtension(claim.Name)}-{number}{Path.GetExtension(claim.Name)}";
}
