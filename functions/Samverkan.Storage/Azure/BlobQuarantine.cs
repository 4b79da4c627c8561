using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Samverkan.Intake;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The quarantine as a container: <c>{id}/fil</c>, which downloads under the name that it was dropped under, and
/// <c>{id}/ORSAK.txt</c>. The file is one blob, so that putting it again replaces it whole.
/// </summary>
internal sealed class BlobQuarantine(AzureAccount account) : IQuarantine
{
    private readonly BlobContainerClient _container = account.Container(AzureNames.Quarantine);

    /// <inheritdoc/>
    public async Task PutAsync(string id, string name, Stream content, string reason, CancellationToken cancellation)
    {
        var file = FileOf(id);
        await using var spool = Spool.Create();
        await content.CopyToAsync(spool, cancellation);
        spool.Position = 0;
        await BlobUpload.ReplaceAsync(ReasonOf(id), new MemoryStream(Encoding.UTF8.GetBytes(reason)), Plain(), cancellation);
        await BlobUpload.ReplaceAsync(file, spool, Download(name), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await Spool.OfAsync(FileOf(id), conditions: null, cancellation);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancellation)
    {
        await FileOf(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        await ReasonOf(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
    }

    private static BlobHttpHeaders Plain() => new() { ContentType = "text/plain; charset=utf-8" };

    // Never shown in a browser as what it may claim to be.
    private static BlobHttpHeaders Download(string name) => new()
    {
        ContentType = "application/octet-stream",
        ContentDisposition = "attachment; filename*=UTF-8''" + Uri.EscapeDataString(SafeFileName.Of(name)),
    };

    private BlobClient FileOf(string id) => _container.GetBlobClient(Checked(id) + "/fil");

    private BlobClient ReasonOf(string id) => _container.GetBlobClient(Checked(id) + "/ORSAK.txt");

    private static string Checked(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower)
        ? id
        : throw new ArgumentException($"'{id}' is not 16 lower-case hexadecimal digits.", nameof(id));
}
