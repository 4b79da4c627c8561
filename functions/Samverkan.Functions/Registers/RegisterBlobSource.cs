using Samverkan.Storage.Azure;

namespace Samverkan.Functions.Registers;

/// <summary>A register that is a blob. Looking at it costs, so it is done once a minute.</summary>
internal sealed class RegisterBlobSource(BlobRegister blob) : IRegisterSource
{
    /// <inheritdoc/>
    public string Place => blob.Place;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<string?> MarkAsync(CancellationToken cancellation) => blob.MarkAsync(cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> ReadAsync(CancellationToken cancellation) => blob.ReadAsync(cancellation);
}
