using System.Globalization;
using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>
/// Reads a value with parameters (RFC 2045 5.1), those of RFC 2231 put together: <c>name*=utf-8''…</c> and
/// <c>name*0*=…; name*1=…</c>. Names come out in lower case, and the extended form wins over the plain one.
/// </summary>
internal static class ParameterReader
{
    public static (string Value, Dictionary<string, string> Parameters) Read(string text)
    {
        var pieces = Pieces(text);
        var sections = new Dictionary<string, SortedDictionary<int, (string Text, bool Escaped)>>(StringComparer.Ordinal);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            var name = piece[..equals].Trim().ToLowerInvariant();
            var value = Unquote(piece[(equals + 1)..].Trim());
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
                parameters.TryAdd(name, EncodedWordReader.Decode(value)); // many senders put encoded words here
            else if (Section(name[(star + 1)..]) is { } section)
                (sections.TryGetValue(name[..star], out var found) ? found : sections[name[..star]] = [])
                    .TryAdd(section.Number, (value, section.Escaped));
        }

        foreach (var (name, parts) in sections)
            parameters[name] = Join(parts.Values);
        return (pieces.Count > 0 ? pieces[0].Trim() : "", parameters);
    }

    // "" is the end of name*, "0*" of name*0*, "1" of name*1
    private static (int Number, bool Escaped)? Section(string suffix)
    {
        if (suffix.Length == 0)
            return (0, true);
        var escaped = suffix.EndsWith('*');
        return int.TryParse(escaped ? suffix[..^1] : suffix, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, escaped)
            : null;
    }

    private static string Join(IEnumerable<(string Text, bool Escaped)> parts)
    {
        var bytes = new List<byte>();
        string? charset = null;
        foreach (var (text, escaped) in parts)
        {
            var value = text;
            if (charset is null)
            {
                var quotes = escaped ? text.Split('\'', 3) : [];
                charset = quotes.Length == 3 ? quotes[0] : "";
                value = quotes.Length == 3 ? quotes[2] : text;
            }

            bytes.AddRange(escaped ? Unescape(value) : Encoding.UTF8.GetBytes(value));
        }

        return CharsetReader.Decode(bytes.ToArray(), charset);
    }

    private static IEnumerable<byte> Unescape(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            var escaped = bytes[i] == '%' && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            yield return escaped ? Convert.FromHexString([(char)bytes[i + 1], (char)bytes[i + 2]])[0] : bytes[i];
            i += escaped ? 2 : 0;
        }
    }

    private static string Unquote(string value)
    {
        if (!value.StartsWith('"'))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length)
                i++;
            text.Append(value[i]);
        }

        return text.ToString();
    }

    // Parts between semicolons, which mean nothing inside quotes; comments in parentheses fall away.
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var (quoted, comments) = (false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var escape = c == '\\' && i + 1 < text.Length && (quoted || comments > 0);
            if (c == '"' && comments == 0)
                quoted = !quoted;
            if (c == '(' && !quoted)
                comments++;
            if (comments == 0 && (c != ';' || quoted))
                piece.Append(c);
            if (escape && comments == 0)
                piece.Append(text[i + 1]);
            i += escape ? 1 : 0;
            if (c == ';' && !quoted && comments == 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            if (c == ')' && !quoted && comments > 0)
                comments--;
        }

        pieces.Add(piece.ToString());
        return pieces;
    }
}
