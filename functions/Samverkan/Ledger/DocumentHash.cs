using System.Security.Cryptography;

namespace Samverkan.Ledger;

/// <summary>The SHA-256 of a document's bytes, 64 lower-case hexadecimal digits: its name in the archive and in the ledger.</summary>
public readonly record struct DocumentHash
{
    private readonly string? _value;

    private DocumentHash(string value) => _value = value;

    /// <summary>The digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A DocumentHash must be made by one of its factories.");

    /// <summary>The hash of bytes in hand.</summary>
    public static DocumentHash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DocumentHash Parse(string value) =>
        TryParse(value, out var hash)
            ? hash
            : throw new FormatException($"'{value}' is not a SHA-256 in 64 lower-case hexadecimal digits.");

    /// <summary>Reads a hash; false where the text, which may come from anybody, is not one in lower case.</summary>
    public static bool TryParse(string? value, out DocumentHash hash)
    {
        var ok = value is { Length: 64 } && value.All(char.IsAsciiHexDigitLower);
        hash = ok ? new DocumentHash(value!) : default;
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
