using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch.Bounces;

namespace Samverkan.Storage.Local;

/// <summary>
/// The bounce box as a folder, <c>studsar</c>. Claims are those of the inbox: the file is renamed into <c>.claimed</c> and
/// comes back if its host dies. What is for a person lies in <c>avvisade</c>, each with an <c>.orsak.txt</c>.
/// </summary>
internal sealed class FolderBounceBox(LocalStorageOptions options, TimeProvider time, ILogger<FolderBounceBox> log) : IBounceBox
{
    /// <summary>The subfolder of what is set aside.</summary>
    public const string AsideName = "avvisade";

    private readonly InboxClaims _claims = new(options.BounceFolder, log);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(options.BounceFolder)) yield break;
        _claims.GiveBackAbandoned();
        foreach (var path in Directory.EnumerateFiles(options.BounceFolder, "*.eml"))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsStill(path) && !Path.GetFileName(path).StartsWith('.')) yield return Path.GetFileName(path);
        }
    }

    /// <inheritdoc/>
    public Task<IBounceClaim?> ClaimAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = Path.Combine(options.BounceFolder, name);
        if (Path.GetFileName(name) != name || !IsStill(path)) return Task.FromResult<IBounceClaim?>(null);
        var claim = FileMark.Of(path) is { } mark ? _claims.Take(name, path, mark) : null;
        return Task.FromResult<IBounceClaim?>(claim is null ? null : new FolderBounceClaim(claim, Path.Combine(options.BounceFolder, AsideName), options.Durable));
    }

    private bool IsStill(string path) =>
        new FileInfo(path) is { Exists: true } file && time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc >= options.Stillness.ToTimeSpan();
}
