using System.Text;
using System.Text.Json;

namespace Samverkan.Agreements.Reading;

/// <summary>Says in Swedish where JSON breaks off and, for what people most often write, what to do about it.</summary>
internal static class SyntaxProblem
{
    internal static (string Code, string Message) Of(ReadOnlySpan<byte> json, JsonException exception)
    {
        var lineStart = StartOfLine(json, exception.LineNumber ?? 0);
        var at = (int)Math.Min(lineStart + (exception.BytePositionInLine ?? 0), json.Length);
        var column = Encoding.UTF8.GetCharCount(json[lineStart..at]) + 1;
        var where = $"Rad {(exception.LineNumber ?? 0) + 1}, tecken {column}";
        return Kind(json, at) switch
        {
            RegisterErrorCode.Comment => (RegisterErrorCode.Comment, $"{where}: här börjar en kommentar. JSON har inga kommentarer: ta bort den."),
            RegisterErrorCode.TrailingComma => (RegisterErrorCode.TrailingComma, $"{where}: kommatecknet före den här klammern hör inte hit. Ta bort det."),
            RegisterErrorCode.TooDeep => (RegisterErrorCode.TooDeep, $"{where}: värden ligger mer än {JsonSource.MaxDepth} nivåer djupt. Ett register är aldrig så djupt: kontrollera att det är rätt fil."),
            _ => (RegisterErrorCode.Syntax, $"{where}: {Found(json, at)} Kontrollera citattecken, kommatecken och klamrar här och på raden före."),
        };
    }

    private static int StartOfLine(ReadOnlySpan<byte> json, long line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = json[start..].IndexOf((byte)'\n');
            if (end < 0) break;
            start += end + 1;
        }

        return start;
    }

    private static string Kind(ReadOnlySpan<byte> json, int at)
    {
        if (at >= json.Length) return RegisterErrorCode.Syntax;
        var before = json[..at].TrimEnd(" \t\r\n"u8);
        return json[at] switch
        {
            (byte)'/' => RegisterErrorCode.Comment,
            (byte)'}' or (byte)']' when before.EndsWith(","u8) => RegisterErrorCode.TrailingComma,
            (byte)'{' or (byte)'[' when IsTooDeep(json[..(at + 1)]) => RegisterErrorCode.TooDeep,
            _ => RegisterErrorCode.Syntax,
        };
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonSource.MaxDepth + 1 }));
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth >= JsonSource.MaxDepth) return true;
        }
        catch (JsonException)
        {
            // Something else is wrong there; the caller says so.
        }

        return false;
    }

    private static string Found(ReadOnlySpan<byte> json, int at)
    {
        if (at >= json.Length) return "filen slutar mitt i ett värde.";
        Rune.DecodeFromUtf8(json[at..], out var rune, out _);
        return UnsafeText.Is(rune) || Rune.IsWhiteSpace(rune)
            ? "det som står här är inte JSON."
            : $"tecknet {rune} väntades inte här.";
    }
}
