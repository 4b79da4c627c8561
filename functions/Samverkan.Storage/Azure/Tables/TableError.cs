using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Reads what the Table service answers where it refuses.</summary>
internal static class TableError
{
    /// <summary>The exception of an answer: its status, code and message.</summary>
    public static RequestFailedException Of(Response response)
    {
        var (code, message) = Read(response);
        return new RequestFailedException(
            response.Status, message ?? $"The Table service answered {response.Status} {response.ReasonPhrase}.", code, innerException: null);
    }

    private static (string? Code, string? Message) Read(Response response)
    {
        response.Headers.TryGetValue("x-ms-error-code", out var header);
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("odata.error", out var error))
                return (error.GetProperty("code").GetString() ?? header, error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (JsonException)
        {
            // A proxy's page, say: the status tells what there is to tell.
        }

        return (header, null);
    }
}
