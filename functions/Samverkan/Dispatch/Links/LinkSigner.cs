using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Links;

/// <summary>
/// Signs what a link opens, and tells a signed link from a guess. A token is 192 bits of an HMAC-SHA256 (RFC 2104) over
/// the purpose, the delivery's id and the document's hash, base64url: it holds nothing of anybody and says nothing without
/// the key. Who has the link may use it, so a link goes to the contact alone.
/// </summary>
public sealed class LinkSigner(ILinkKeys keys)
{
    private const int TokenBytes = 24;
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";
    private const int ReturnDigits = 16;

    /// <summary>The token of the page where a delivery is confirmed: 32 of <c>A-Z a-z 0-9 - _</c>.</summary>
    public string Receipt(string deliveryId) => Sign(ReceiptText(deliveryId));

    /// <summary>The token of a document of a delivery, likewise.</summary>
    public string Download(string deliveryId, DocumentHash document) => Sign(DownloadText(deliveryId, document));

    /// <summary>Whether a token, which may be anything, is that of the page where a delivery is confirmed.</summary>
    public bool IsReceipt(string deliveryId, string? token) => Verify(ReceiptText(deliveryId), token);

    /// <summary>Whether a token, which may be anything, is that of a document of a delivery.</summary>
    public bool IsDownload(string deliveryId, DocumentHash document, string? token) => Verify(DownloadText(deliveryId, document), token);

    /// <summary>
    /// The signature of a return address: 80 bits, 16 of <c>a-z 2-7</c>, since a local part may be lowered on its way and has
    /// little room. Who finds one can make a delivery look as if it had bounced, and nothing else.
    /// </summary>
    /// <param name="digits">The digits that end the delivery's id.</param>
    public string Bounce(string digits) => SignReturn(digits, keys.NewestFirst()[0]);

    /// <summary>Whether a signature, which may be anything, is that of a return address.</summary>
    public bool IsBounce(string digits, string? signature)
    {
        var given = Encoding.UTF8.GetBytes(signature ?? "");
        var known = false;
        foreach (var key in keys.NewestFirst())
            known |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SignReturn(digits, key)), given);
        return known;
    }

    private static string ReceiptText(string deliveryId) => $"receipt\n{deliveryId}";

    private static string DownloadText(string deliveryId, DocumentHash document) => $"download\n{deliveryId}\n{document}";

    private string Sign(string text) => Sign(text, keys.NewestFirst()[0]);

    // Every key is compared, each in the same time: how long it takes tells nothing about how near a guess was.
    private bool Verify(string text, string? token)
    {
        var given = Encoding.UTF8.GetBytes(token ?? "");
        var known = false;
        foreach (var key in keys.NewestFirst())
            known |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(text, key)), given);
        return known;
    }

    // 5 bits a character, of 16 of the HMAC's bytes: the rest of each byte is left.
    private static string SignReturn(string digits, ReadOnlyMemory<byte> key)
    {
        var hash = HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes($"bounce\n{digits}"));
        return string.Create(ReturnDigits, hash, (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Base32[bytes[i] & 31];
        });
    }

    private static string Sign(string text, ReadOnlyMemory<byte> key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(text)).AsSpan(0, TokenBytes));
}
