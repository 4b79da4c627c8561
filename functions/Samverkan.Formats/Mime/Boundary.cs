using System.Security.Cryptography;
using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>
/// Boundaries made of the message's id. They begin with <c>=_</c>, which neither quoted-printable nor base64 can
/// contain and which <see cref="TextBody"/> keeps out of 7bit text, so no content clashes with them.
/// </summary>
internal static class Boundary
{
    public const string Delimiter = "--=_";

    public static string Mixed(MessageId id) => Make("mixed", id);

    public static string Alternative(MessageId id) => Make("alternative", id);

    private static string Make(string use, MessageId id) =>
        $"=_{use}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value)).AsSpan(0, 12))}";
}
