namespace Samverkan.Functions;

/// <summary>Where metrics and traces are sent. Settings are named <c>Telemetry:…</c>.</summary>
internal sealed record TelemetryOptions
{
    /// <summary>
    /// The address of an OpenTelemetry collector that takes OTLP over HTTP (protobuf), without <c>/v1/…</c>; null (the default)
    /// where nothing is sent. The environment variables of OpenTelemetry are not read in its place.
    /// </summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        if (OtlpEndpoint is { } url && url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            yield return "Telemetry:OtlpEndpoint ska vara en hel webbadress utan inloggning, ? och #, till exempel http://localhost:4318. Ta bort den om inga mätvärden ska skickas.";
    }
}
