using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Samverkan.Web.Http;

/// <summary>The assets, read from the program's own resources once.</summary>
internal static class AssetFiles
{
    internal static readonly Asset Style = Load("samverkan.css", "text/css; charset=utf-8");
    internal static readonly Asset Icon = Load("samverkan.svg", "image/svg+xml");

    private static readonly FrozenDictionary<string, Asset> ByUrl =
        new[] { Style, Icon }.ToFrozenDictionary(asset => asset.Url, StringComparer.Ordinal);

    /// <summary>The asset at an address; null where there is none, as for the hash of an earlier version.</summary>
    internal static Asset? Find(string? url) => url is null ? null : ByUrl.GetValueOrDefault(url);

    private static Asset Load(string name, string contentType)
    {
        using var resource = typeof(AssetFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not among the program's resources; build the project anew.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16];
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        return new Asset($"/assets/{stem}.{hash}{extension}", contentType, $"\"{hash}\"", bytes.ToArray());
    }
}
