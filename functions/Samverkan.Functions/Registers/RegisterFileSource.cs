namespace Samverkan.Functions.Registers;

/// <summary>A register that is a file.</summary>
internal sealed class RegisterFileSource(string path) : IRegisterSource
{
    /// <inheritdoc/>
    public string Place => path;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task<string?> MarkAsync(CancellationToken cancellation) => Task.FromResult(
        new FileInfo(path) is { Exists: true } file ? FormattableString.Invariant($"{file.Length} {file.LastWriteTimeUtc.Ticks}") : null);

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellation) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;
}
