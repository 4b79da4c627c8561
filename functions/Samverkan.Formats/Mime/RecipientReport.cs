using System.Text.RegularExpressions;

namespace Samverkan.Formats.Mime;

/// <summary>What a mail system tells of one recipient (RFC 3464 2.3).</summary>
/// <param name="Action">In lower case: <c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c>, <c>expanded</c>, or what it wrote.</param>
/// <param name="Status">The enhanced status code (RFC 3463), such as <c>5.1.1</c>; null where it gives none.</param>
/// <param name="FinalRecipient">The address that was tried, without its type; null where it gives none.</param>
/// <param name="Diagnostic">The other server's own words, with their type as written; null where it gives none.</param>
public sealed partial record RecipientReport(string Action, string? Status, string? FinalRecipient, string? Diagnostic)
{
    /// <summary>Whether the message will not arrive: the mail system has given up.</summary>
    public bool IsFailed => Action == "failed";

    /// <summary>Whether the failure is a permanent one; one that has only lasted too long (4.x.x) is not.</summary>
    public bool IsPermanent => Status is null || Status.StartsWith('5');

    /// <summary>What a block of fields tells; null where it is not about a recipient, as the first block is not.</summary>
    internal static RecipientReport? Of(IReadOnlyList<MimeHeaderField> fields)
    {
        if (Find("Action") is not { } action) return null;
        var status = Find("Status") is { } text ? StatusCode().Match(text) : Match.Empty;
        return new RecipientReport(
            Word(action).ToLowerInvariant(),
            status.Success ? status.Value : null,
            Find("Final-Recipient") is { } address ? address[(address.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() : null,
            Find("Diagnostic-Code"));

        string? Find(string name) => fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Text.Trim() is { Length: > 0 } found ? found : null;
    }

    // Comments in parentheses may follow: "failed (no such user)".
    private static string Word(string text) => text.Split([' ', '\t', '('], 2)[0];

    [GeneratedRegex(@"[245]\.[0-9]{1,3}\.[0-9]{1,3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatusCode();
}
