using System.Text;
using Samverkan.Intake;

namespace Samverkan.Storage.Local;

/// <summary>
/// The quarantine as a folder that a person can open: <c>karantan/{id}/</c> with the file and <c>ORSAK.txt</c>. Each is
/// made aside and renamed whole; one writer at a time, among all processes.
/// </summary>
internal sealed class FolderQuarantine : IQuarantine
{
    private const string Reason = "ORSAK.txt";

    // Notepad takes a file for UTF-8 only by its mark, and shows line ends only as CRLF in older versions.
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private readonly string _root;
    private readonly QuarantineWorkspace _desk;
    private readonly bool _durable;

    public FolderQuarantine(LocalStorageOptions options)
    {
        _root = options.QuarantineFolder;
        _durable = options.Durable;
        _desk = new QuarantineWorkspace(_root);
    }

    /// <inheritdoc/>
    public async Task PutAsync(string id, string name, Stream content, string reason, CancellationToken cancellation)
    {
        var target = FolderOf(id);
        using var turn = await _desk.EnterAsync(cancellation);
        var made = turn.MakeFolder();
        await WriteAsync(Path.Combine(made, NameOf(name)), content, cancellation);
        var text = Utf8WithMark.GetPreamble().Concat(Utf8WithMark.GetBytes(reason.ReplaceLineEndings("\r\n") + "\r\n"));
        await WriteAsync(Path.Combine(made, Reason), new MemoryStream([.. text]), cancellation);
        turn.Publish(made, target);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var folder = new DirectoryInfo(FolderOf(id));
        var file = folder.Exists ? folder.EnumerateFiles().FirstOrDefault(f => f.Name != Reason && f.LinkTarget is null) : null;
        return Task.FromResult<Stream?>(file is null
            ? null
            : new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous));
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancellation)
    {
        var folder = FolderOf(id);
        using var turn = await _desk.EnterAsync(cancellation);
        turn.Remove(folder);
    }

    private static string NameOf(string name)
    {
        var safe = SafeFileName.Of(name);
        return string.Equals(safe, Reason, StringComparison.OrdinalIgnoreCase) ? "_" + safe : safe;
    }

    private async Task WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 81920, FileOptions.Asynchronous);
        await content.CopyToAsync(file, cancellation);
        await file.FlushAsync(cancellation);
        if (_durable) file.Flush(flushToDisk: true);
    }

    private string FolderOf(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_root, id)
        : throw new ArgumentException($"'{id}' is not 16 lower-case hexadecimal digits.", nameof(id));
}
