using System.Buffers;
using System.Security.Cryptography;
using Samverkan.Ledger;

namespace Samverkan.Storage;

/// <summary>Copying that works out the hash on the way.</summary>
internal static class HashingCopy
{
    /// <summary>Copies a stream; null where it is longer than <paramref name="mostBytes"/>.</summary>
    public static async Task<ArchivedDocument?> RunAsync(Stream from, Stream to, long mostBytes, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            long size = 0;
            while (await from.ReadAsync(buffer, cancellation) is var read and > 0)
            {
                if ((size += read) > mostBytes) return null;
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            return new ArchivedDocument(DocumentHash.Parse(Convert.ToHexStringLower(hash.GetHashAndReset())), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
