namespace Azure.Data.Tables;

/// <summary>What a storage connection string says about tables.</summary>
/// <param name="Endpoint">Where they are.</param>
/// <param name="Key">The account's key; null where there is a signature.</param>
/// <param name="Sas">The signature; null where there is a key.</param>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential? Key, string? Sas)
{
    // Known to everybody: the account of the storage emulator.
    private const string Development =
        "AccountName=devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none; the message holds no secret.</exception>
    public static TableConnectionString Parse(string text)
    {
        var parts = Parts(text);
        if (parts.TryGetValue("UseDevelopmentStorage", out var use) && bool.TryParse(use, out var development) && development)
            parts = Parts(Development);
        var name = parts.GetValueOrDefault("AccountName");
        var sas = parts.GetValueOrDefault("SharedAccessSignature");
        var key = parts.GetValueOrDefault("AccountKey");
        if (sas is null && (name is null || key is null))
            throw new FormatException("A connection string has AccountName and AccountKey, or a SharedAccessSignature.");
        return new TableConnectionString(EndpointOf(parts, name), sas is null ? new TableSharedKeyCredential(name!, key!) : null, sas?.TrimStart('?'));
    }

    private static Uri EndpointOf(Dictionary<string, string> parts, string? name)
    {
        var text = parts.GetValueOrDefault("TableEndpoint")
            ?? (name is null ? null : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");
        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
            ? endpoint
            : throw new FormatException("A connection string has AccountName, or a TableEndpoint that is a web address.");
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
                throw new FormatException("A connection string is made of Name=value, parted by semicolons, each name once.");
        }

        return parts;
    }
}
