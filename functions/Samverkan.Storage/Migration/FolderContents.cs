using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Migration;

/// <summary>What a data folder holds.</summary>
internal sealed class FolderContents(LocalStorageOptions options) : IStoreContents
{
    private const string Reason = "ORSAK.txt";

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentHash> DocumentsAsync(CancellationToken cancellation) => Directories(options.ArchiveFolder)
        .SelectMany(Directory.EnumerateFiles)
        .Select(Path.GetFileName)
        .Where(name => name!.Length == 64 && name.All(char.IsAsciiHexDigitLower))
        .Order(StringComparer.Ordinal)
        .Select(name => DocumentHash.Parse(name!))
        .ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<QuarantinedBlob> QuarantinedAsync(CancellationToken cancellation) => Directories(options.QuarantineFolder)
        .Where(folder => Path.GetFileName(folder) is { Length: 16 } id && id.All(char.IsAsciiHexDigitLower))
        .Order(StringComparer.Ordinal)
        .Select(Read)
        .OfType<QuarantinedBlob>()
        .ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<bool> HasInboxAsync(CancellationToken cancellation) => Task.FromResult(
        Directory.Exists(options.InboxFolder)
        && Directory.EnumerateFiles(options.InboxFolder, "*", SearchOption.AllDirectories).Any(f => !f.EndsWith(".lock", StringComparison.Ordinal)));

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> LinkKeysAsync(CancellationToken cancellation)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(options.KeyFolder)) return keys;
        foreach (var path in Directory.EnumerateFiles(options.KeyFolder, "lankar-*.key"))
            keys[Path.GetFileName(path)] = await File.ReadAllTextAsync(path, cancellation);
        return keys;
    }

    /// <inheritdoc/>
    public async Task<bool> PutLinkKeyAsync(string name, string text, CancellationToken cancellation)
    {
        var path = Path.Combine(options.KeyFolder, name);
        if (File.Exists(path)) return await File.ReadAllTextAsync(path, cancellation) == text;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(options.KeyFolder);
        else Directory.CreateDirectory(options.KeyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(new FileStream(path, create));
        await writer.WriteAsync(text.AsMemory(), cancellation);
        return true;
    }

    private static IEnumerable<string> Directories(string folder) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [];

    private static QuarantinedBlob? Read(string folder)
    {
        var file = Directory.EnumerateFiles(folder).Select(Path.GetFileName).FirstOrDefault(name => name != Reason);
        var reason = Path.Combine(folder, Reason);
        return file is null ? null : new QuarantinedBlob(Path.GetFileName(folder), file, File.Exists(reason) ? File.ReadAllText(reason).Trim() : "");
    }
}
