namespace Samverkan.Formats.Mime;

/// <summary>
/// A header beyond those that <see cref="MimeMessage"/> has properties for, such as <c>Auto-Submitted</c>
/// (RFC 3834) or <c>List-Unsubscribe</c>. The value is unstructured text: other letters than ASCII become encoded words
/// (RFC 2047), white space is folded.
/// </summary>
public sealed record MimeHeader
{
    internal const int LongestWord = 900;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bcc", "Cc", "Date", "From", "In-Reply-To", "Message-ID", "MIME-Version", "References", "Reply-To", "Subject", "To",
    };

    /// <summary>Makes a header.</summary>
    /// <param name="name">A token of visible ASCII without colon; none that the message writes itself.</param>
    /// <param name="value">The value: no control characters, no word longer than 900 characters.</param>
    /// <exception cref="ArgumentException">
    /// Name or value is refused, not repaired: a line break here is an attempt to add headers.
    /// </exception>
    public MimeHeader(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!Syntax.IsToken(name) || name.Length > 70)
            throw new ArgumentException("A header's name is 1 to 70 letters, digits and hyphens.", nameof(name));
        if (Reserved.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The message writes {name} itself; set its property.", nameof(name));
        if (!string.Equals(HeaderText.Clean(value), value, StringComparison.Ordinal))
            throw new ArgumentException($"The value of {name} has line breaks or other control characters.", nameof(value));
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => word.Length > LongestWord))
            throw new ArgumentException($"A word in {name} has more than {LongestWord} characters.", nameof(value));
        (Name, Value) = (name, string.Join(' ', words));
    }

    /// <summary>The name, as given.</summary>
    public string Name { get; }

    /// <summary>The value with single spaces between its words.</summary>
    public string Value { get; }
}
