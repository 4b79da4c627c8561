using System.Text.RegularExpressions;
using Samverkan.Dispatch.Links;
using Samverkan.Formats.Mime;

namespace Samverkan.Dispatch.Bounces;

/// <summary>Finds the signed return address that a message came to. What is not signed names no delivery.</summary>
internal static partial class SignedReturn
{
    private static readonly string[] Fields =
        ["To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Original-Recipient", "X-Forwarded-To", "Resent-To", "Apparently-To"];

    /// <summary>The digits of every delivery that the headers name with a right signature, and whether any had a wrong one.</summary>
    public static (IReadOnlyList<string> Digits, bool Forged) Find(MimeEntity message, LinkSigner signer)
    {
        var found = message.Headers.Where(f => Fields.Contains(f.Name, StringComparer.OrdinalIgnoreCase))
            .Concat(Returned(message))
            .SelectMany(f => Form().Matches(f.Raw))
            .Select(m => (Digits: m.Groups["digits"].Value.ToLowerInvariant(), Signature: m.Groups["signature"].Value.ToLowerInvariant()))
            .Distinct()
            .ToArray();
        string[] signed = [.. found.Where(f => signer.IsBounce(f.Digits, f.Signature)).Select(f => f.Digits).Distinct(StringComparer.Ordinal)];
        return (signed, signed.Length == 0 && found.Length > 0);
    }

    // The message that comes back has its envelope's sender as Return-Path, where the mailbox rewrote the headers above.
    private static IEnumerable<MimeHeaderField> Returned(MimeEntity message) => DeliveryReport.Of(message) is null
        ? []
        : message.Parts
            .SelectMany(p => p.ContentType is "text/rfc822-headers" or "message/rfc822-headers" ? MimeReader.ReadBlocks(p.Content()).SelectMany(b => b) : p.Parts.SelectMany(inner => inner.Headers))
            .Where(f => f.Name.Equals("Return-Path", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\+b-(?<digits>[0-9a-f]{20})-(?<signature>[a-z2-7]{16})@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
