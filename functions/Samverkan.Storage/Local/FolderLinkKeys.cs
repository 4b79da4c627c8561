using System.Security.Cryptography;
using Samverkan.Dispatch.Links;

namespace Samverkan.Storage.Local;

/// <summary>
/// The keys of links as a folder of files, <c>nycklar/lankar-0001.key</c> and on: 32 random bytes each, base64, readable to
/// their owner alone. The last by name is the newest. Read once, when the first link is made or opened.
/// </summary>
internal sealed class FolderLinkKeys(LocalStorageOptions options) : ILinkKeys
{
    private const string First = "lankar-0001.key";
    private const int KeyBytes = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lazy<IReadOnlyList<ReadOnlyMemory<byte>>> _keys = new(() => Load(options.KeyFolder));

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>> NewestFirst() => _keys.Value;

    private static IReadOnlyList<ReadOnlyMemory<byte>> Load(string folder)
    {
        MakeFolder(folder);
        if (Read(folder) is { Count: > 0 } keys) return keys;
        using var turn = Take(Path.Combine(folder, ".lankar.lock"));
        if (Read(folder) is { Count: > 0 } made) return made;
        Make(folder);
        return Read(folder);
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "lankar-*.key")
            .OrderDescending(StringComparer.Ordinal)
            .Select(ReadKey),
    ];

    private static ReadOnlyMemory<byte> ReadKey(string path)
    {
        var text = File.ReadAllText(path).Trim();
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= KeyBytes
            ? key.AsMemory(0, length)
            : throw LocalStorageException.BadKey(path);
    }

    // Whole under its name or not there at all: the flush before the move is what a power cut asks for.
    private static void Make(string folder)
    {
        var (temporary, path) = (Path.Combine(folder, ".lankar.tmp"), Path.Combine(folder, First));
        File.Delete(temporary);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, create))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileLock Take(string path)
    {
        FileLock? taken = null;
        return SpinWait.SpinUntil(() => (taken = FileLock.TryTake(path, keepFile: true)) is not null, Patience)
            ? taken!
            : throw new IOException($"{path} has been locked for {Patience}; end the process that holds it.");
    }
}
