using System.Diagnostics.CodeAnalysis;

namespace Samverkan.Formats.Mime;

/// <summary>
/// A msg-id of RFC 5322 3.6.4 without its angle brackets: <c>left@right</c>, both dot-atoms, at most 250 characters.
/// Also the seed of the message's boundaries, so the same id and content make the same bytes.
/// </summary>
public sealed record MessageId
{
    private const int Longest = 250;

    private MessageId(string value) => Value = value;

    /// <summary>The id without angle brackets.</summary>
    public string Value { get; }

    /// <summary>Reads an id with or without its angle brackets; false when it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MessageId? id)
    {
        var inner = text.AsSpan().Trim();
        if (inner.Length > 2 && inner[0] == '<' && inner[^1] == '>')
            inner = inner[1..^1];
        var at = inner.IndexOf('@');
        var valid = at > 0 && inner.Length <= Longest
            && Syntax.IsDotAtom(inner[..at]) && Syntax.IsDotAtom(inner[(at + 1)..]);
        id = valid ? new MessageId(inner.ToString()) : null;
        return valid;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no message id.</exception>
    public static MessageId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException($"Not a message id of at most {Longest} characters; write left@right, both dot-atoms.");

    /// <summary>The id in its angle brackets.</summary>
    public override string ToString() => $"<{Value}>";
}
