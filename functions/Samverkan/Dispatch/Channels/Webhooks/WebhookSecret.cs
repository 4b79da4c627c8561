using System.Security.Cryptography;
using System.Text;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>
/// The keys that a contact's webhooks are signed with (Standard Webhooks 1.0): each <c>whsec_</c> and 24 to 64 bytes in
/// base64. Several, separated by spaces, sign side by side while a contact changes from one to the next.
/// </summary>
internal sealed class WebhookSecret
{
    private const string Prefix = "whsec_";

    private readonly byte[][] _keys;

    private WebhookSecret(byte[][] keys) => _keys = keys;

    /// <summary>The keys that a setting spells; null where it spells none, or any is not such a key.</summary>
    internal static WebhookSecret? Parse(string text)
    {
        var keys = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Key).ToArray();
        return keys.Length > 0 && keys.All(k => k is not null) ? new WebhookSecret(keys!) : null;
    }

    /// <summary>The <c>webhook-signature</c> header: one <c>v1,…</c> a key.</summary>
    internal string Sign(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return string.Join(' ', _keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, content))));
    }

    private static byte[]? Key(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 200) return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length is >= 24 and <= 64
            ? bytes[..length]
            : null;
    }
}
