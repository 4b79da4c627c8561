namespace Samverkan.Web.Http;

/// <summary>A style sheet or image that is built into the program.</summary>
/// <param name="Url">Its address; the hash of its bytes is a part of it, so that a browser may keep it for good.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ETag">The hash, quoted (RFC 9110, 8.8.3).</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record Asset(string Url, string ContentType, string ETag, ReadOnlyMemory<byte> Bytes);
