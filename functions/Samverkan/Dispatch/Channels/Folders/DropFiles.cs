using System.Security.Cryptography;
using System.Text;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>Lays a parcel out as files: the documents in <c>handlingar</c>, the letter, and last the manifest.</summary>
internal static class DropFiles
{
    private const int LongestName = 200;

    internal static IReadOnlyList<DropFile> Of(Parcel parcel)
    {
        var documents = Documents(parcel).ToArray();
        var manifest = ParcelJson.Write(ParcelJson.Facts(parcel, parcel.Letter, documents.Select(d => d.Json)));
        return
        [
            .. documents.Select(d => d.File),
            Bytes("foljebrev.txt", Encoding.UTF8.GetBytes(parcel.Letter.Text)),
            Bytes("foljebrev.html", Encoding.UTF8.GetBytes(parcel.Letter.Html)),
            Bytes("manifest.json", manifest),
        ];
    }

    private static IEnumerable<(DropFile File, object Json)> Documents(Parcel parcel)
    {
        var names = Enclosures.Names(parcel.Letter.Version, parcel.Documents);
        for (var i = 0; i < names.Count; i++)
        {
            var document = parcel.Documents[i];
            var path = "handlingar/" + FileName(names[i], i + 1);
            yield return (
                new DropFile(path, (output, cancellation) => CopyAsync(parcel, document, output, cancellation)),
                new { name = names[i], file = path, part = document.Part, size = document.Size, sha256 = document.Hash.Value });
        }
    }

    // A name that a file system has no room for gives way; the manifest keeps it.
    private static string FileName(string name, int number) => Encoding.UTF8.GetByteCount(name) <= LongestName
        ? name
        : $"handling {number}{Path.GetExtension(name)}";

    private static DropFile Bytes(string path, byte[] bytes) =>
        new(path, async (output, cancellation) => await output.WriteAsync(bytes, cancellation));

    // Checked again while it is copied: what is written is what the hash says, whatever happens to the archive meanwhile.
    private static async Task CopyAsync(Parcel parcel, SentDocument document, Stream output, CancellationToken cancellation)
    {
        await using var content = await parcel.Open(document.Hash, cancellation) ?? throw new DocumentFaultException(ParcelCheck.Missing(document));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        while (await content.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != document.Hash.Value)
            throw new DocumentFaultException(ParcelCheck.Changed(document));
    }
}
