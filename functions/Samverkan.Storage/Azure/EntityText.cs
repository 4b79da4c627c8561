using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Texts of any length and kind as values of an entity. A value holds 64 KiB and an entity 1 MiB, and what the service does
/// with control characters is nowhere promised: a short, plain text is kept as text, which people can read in the portal;
/// any other as UTF-8 in pieces, compressed where it is long.
/// </summary>
internal static class EntityText
{
    private const int MostCharacters = 30_000;
    private const int Piece = 60 * 1024;
    private const int MostPieces = 15;

    /// <summary>Adds a text under a name; nothing where it is null.</summary>
    /// <exception cref="AzureStorageException">It is longer than an entity holds, even compressed.</exception>
    public static void Set(TableEntity entity, string name, string? text)
    {
        if (text is null) return;
        if (text.Length <= MostCharacters && !text.Any(char.IsControl))
        {
            entity[name] = text;
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var form = bytes.Length <= Piece ? "Utf8" : "Gzip";
        if (form == "Gzip") bytes = Compressed(bytes);
        if (bytes.Length > Piece * MostPieces) throw AzureStorageException.TooLarge();
        for (var i = 0; i * Piece < bytes.Length || i == 0; i++) entity[NameOf(name, form, i)] = bytes[(i * Piece)..Math.Min(bytes.Length, (i + 1) * Piece)];
    }

    /// <summary>The text under a name; null where there is none.</summary>
    public static string? Get(TableEntity entity, string name)
    {
        if (entity.GetString(name) is { } text) return text;
        if (Pieces(entity, name, "Utf8") is { } plain) return Encoding.UTF8.GetString(plain);
        if (Pieces(entity, name, "Gzip") is not { } packed) return null;
        using var unpacked = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    private static byte[]? Pieces(TableEntity entity, string name, string form)
    {
        if (!entity.ContainsKey(NameOf(name, form, 0))) return null;
        using var all = new MemoryStream();
        for (var i = 0; entity.GetBinary(NameOf(name, form, i)) is { } piece; i++) all.Write(piece);
        return all.ToArray();
    }

    private static string NameOf(string name, string form, int piece) => string.Create(CultureInfo.InvariantCulture, $"{name}{form}{piece}");

    private static byte[] Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
