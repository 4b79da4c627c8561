using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Samverkan.Storage.Azure;

/// <summary>The keys that cookies are protected with, as blobs <c>kakor/…</c> in the container <c>nycklar</c>, shared by all hosts.</summary>
public sealed class BlobKeyRing
{
    private const string Folder = "kakor/";
    private readonly BlobContainerClient _container;

    internal BlobKeyRing(AzureAccount account) => _container = account.Container(AzureNames.Keys);

    /// <summary>Every key, as XML.</summary>
    public IReadOnlyList<string> Read() =>
    [
        .. _container.GetBlobs(BlobTraits.None, BlobStates.None, Folder, default).Select(b => _container.GetBlobClient(b.Name).DownloadContent().Value.Content.ToString()),
    ];

    /// <summary>Keeps a key.</summary>
    /// <param name="name">Its name: letters, digits and <c>-</c>.</param>
    /// <param name="xml">The key.</param>
    /// <exception cref="ArgumentException">The name is another.</exception>
    public void Write(string name, string xml)
    {
        if (name.Length is 0 or > 100 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException("A key's name is 1 to 100 letters, digits and '-'.", nameof(name));
        _container.GetBlobClient($"{Folder}{name}.xml").Upload(new BinaryData(xml), overwrite: true);
    }
}
