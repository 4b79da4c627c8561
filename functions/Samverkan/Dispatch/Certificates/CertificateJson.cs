using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Certificates;

/// <summary>A certificate as a file: UTF-8 JSON, as events are written but indented, and with what there is not as null.</summary>
public static class CertificateJson
{
    private static readonly JsonSerializerOptions Indented = new(LedgerJson.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file's text.</summary>
    public static string Write(Certificate certificate) => JsonSerializer.Serialize(certificate, Indented) + "\n";

    /// <summary>Reads a file, which may come from anybody; null where it is no certificate.</summary>
    public static Certificate? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<Certificate>(utf8, Indented) is { Kind: Certificate.KindName or Certificate.FirstKindName } certificate ? certificate : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            // Stated facts that no certificate of ours can have, such as an id that is none.
            return null;
        }
    }

    internal static string Text(CertifiedDelivery delivery) => JsonSerializer.Serialize(delivery, Indented);
}
