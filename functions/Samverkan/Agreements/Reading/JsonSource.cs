using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Samverkan.Agreements.Reading;

/// <summary>Gets from bytes to JSON, or says in one error why there is none.</summary>
internal static class JsonSource
{
    internal const int MaxBytes = 10 * 1024 * 1024;
    internal const int MaxDepth = 32;

    internal static JsonDocument? Open(ReadOnlyMemory<byte> bytes, ReadingErrors errors)
    {
        var json = WithoutBom(bytes);
        var problem = Unreadable(json.Span);
        if (problem is null)
        {
            try
            {
                return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            }
            catch (JsonException exception)
            {
                problem = SyntaxProblem.Of(json.Span, exception);
            }
        }

        errors.Add(JsonPath.Root, problem.Value.Code, problem.Value.Message);
        return null;
    }

    // RFC 8259 8.1 lets a reader ignore the mark that some editors put before UTF-8.
    private static ReadOnlyMemory<byte> WithoutBom(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    private static (string Code, string Message)? Unreadable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return (RegisterErrorCode.TooLarge, $"Filen är {bytes.Length / 1024.0 / 1024.0:0.0} MB. Ett register är högst 10 MB: kontrollera att det är rätt fil.");
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (RegisterErrorCode.Encoding, "Filen är sparad som UTF-16. Spara den som UTF-8.");
        if (!Utf8.IsValid(bytes))
            return (RegisterErrorCode.Encoding, "Filen är inte sparad som UTF-8; å, ä och ö går inte att läsa. Spara den som UTF-8.");
        return bytes.Trim(" \t\r\n"u8).IsEmpty
            ? (RegisterErrorCode.Empty, "Filen är tom. Börja med exemplet som följer med Samverkan.")
            : null;
    }
}
