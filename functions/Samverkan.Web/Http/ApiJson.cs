using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Samverkan.Web.Http;

/// <summary>How the API writes JSON: Swedish letters as they are, and still nothing that could become markup.</summary>
internal static class ApiJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };
}
