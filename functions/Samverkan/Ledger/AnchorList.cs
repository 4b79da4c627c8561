using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samverkan.Ledger;

/// <summary>
/// The list of heads that an anchor covers, and its root: a Merkle tree over the lines as in RFC 6962 2.1, so that one
/// stream's head can later be proven without the others.
/// </summary>
internal static class AnchorList
{
    /// <summary>The list as text: <c>stream version hash</c>, a line each.</summary>
    public static string Write(IEnumerable<StreamHead> heads) => string.Concat(heads.Select(h => Line(h) + "\n"));

    /// <summary>Reads a list; null where it is not one.</summary>
    public static IReadOnlyList<StreamHead>? Read(string text)
    {
        List<StreamHead> heads = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ') is not [var name, var number, var hash]
                || !StreamId.TryParse(name, out var stream)
                || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return null;
            heads.Add(new StreamHead(stream, version, hash));
        }

        return heads;
    }

    /// <summary>The root of the tree over the lines, lower-case hex.</summary>
    public static string Root(IReadOnlyList<StreamHead> heads)
    {
        byte[][] leaves = [.. heads.Select(h => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(Line(h))]))];
        return Convert.ToHexStringLower(Root(leaves));
    }

    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return leaves[0];
        var left = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)leaves.Length) / 2;
        return SHA256.HashData([1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }

    private static string Line(StreamHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Stream} {head.Version} {head.Hash}");
}
