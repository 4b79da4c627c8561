using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Ledger.Proof;

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
    public static string Root(IReadOnlyList<StreamHead> heads) => Convert.ToHexStringLower(Root([.. heads.Select(Leaf)]));

    /// <summary>The way from one line to the root, from the leaf up (RFC 6962 2.1.1).</summary>
    public static IReadOnlyList<AnchorStep> Path(IReadOnlyList<StreamHead> heads, int index)
    {
        List<AnchorStep> path = [];
        var leaves = heads.Select(Leaf).ToArray().AsSpan();
        while (leaves.Length > 1)
        {
            var half = Half(leaves.Length);
            var isRight = index >= half;
            path.Insert(0, new AnchorStep(isRight, Convert.ToHexStringLower(Root(isRight ? leaves[..half] : leaves[half..]))));
            leaves = isRight ? leaves[half..] : leaves[..half];
            index -= isRight ? half : 0;
        }

        return path;
    }

    /// <summary>The root at which the way from a line ends; null where a hash on it is none. The way may come from anybody.</summary>
    public static string? Climb(StreamHead head, IReadOnlyList<AnchorStep> path)
    {
        var hash = Leaf(head);
        foreach (var step in path)
        {
            var other = new byte[SHA256.HashSizeInBytes];
            if (step.Hash is not { Length: 2 * SHA256.HashSizeInBytes } || Convert.FromHexString(step.Hash, other, out _, out _) != System.Buffers.OperationStatus.Done) return null;
            hash = step.Left ? Join(other, hash) : Join(hash, other);
        }

        return Convert.ToHexStringLower(hash);
    }

    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return leaves[0];
        var half = Half(leaves.Length);
        return Join(Root(leaves[..half]), Root(leaves[half..]));
    }

    // The largest power of two below the number.
    private static int Half(int leaves) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)leaves) / 2;

    private static byte[] Leaf(StreamHead head) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(Line(head))]);

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static string Line(StreamHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Stream} {head.Version} {head.Hash}");
}
