using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;
using Samverkan.SignIn;

namespace Samverkan.Web.SignIn;

/// <summary>
/// Whom App Service Authentication ("Easy Auth") says a request is from, in a header that it sets and takes away from
/// requests from outside. Where it does not stand in front of the pages, anybody can send the header, and it is not read.
/// </summary>
/// <param name="Id">The account's id in the directory, or its name where there is none.</param>
/// <param name="Name">The person's name: what the ledger says did it.</param>
/// <param name="Role">What they may do; null where they have neither of the app's roles.</param>
internal sealed record EasyAuthPerson(string Id, string Name, SignInRole? Role)
{
    /// <summary>The header: the account's claims as JSON in Base64.</summary>
    internal const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int MostCharacters = 64 * 1024;
    private static readonly string[] IdTypes = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] NameTypes = ["name", "preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"];
    private static readonly string[] RoleTypes = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>Reads the header; null where there is none, or not such a one.</summary>
    internal static EasyAuthPerson? Of(HttpContext context)
    {
        if (context.Request.Headers[Header] is not [{ Length: > 0 and <= MostCharacters } header]) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out var length)) return null;
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            return Of(Claims(json.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EasyAuthPerson? Of(IReadOnlyList<(string Type, string Value)> claims)
    {
        string? First(string[] types) => types.SelectMany(type => claims.Where(c => c.Type == type)).Select(c => c.Value).FirstOrDefault(v => v.Length > 0);

        // A name that the ledger takes for the command line's would be another's.
        var name = OneLine.Of(First(NameTypes) ?? "", SignInDesk.LongestName);
        if (name.Length == 0 || name.StartsWith(Person.CommandLine, StringComparison.OrdinalIgnoreCase)) return null;
        var roles = claims.Where(c => RoleTypes.Contains(c.Type, StringComparer.Ordinal)).Select(c => c.Value).ToArray();
        return new EasyAuthPerson(First(IdTypes) ?? name, name, RoleOf(roles));
    }

    // The values of the app registration's roles, as docs/azure.md makes them.
    private static SignInRole? RoleOf(string[] roles) =>
        roles.Contains("administrator", StringComparer.Ordinal) ? SignInRole.Administrator
        : roles.Contains("reader", StringComparer.Ordinal) ? SignInRole.Reader
        : null;

    private static IReadOnlyList<(string Type, string Value)> Claims(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty("claims", out var claims) && claims.ValueKind is JsonValueKind.Array
            ? [.. claims.EnumerateArray().Select(c => (Text(c, "typ"), Text(c, "val")))]
            : [];

    private static string Text(JsonElement claim, string name) =>
        claim.ValueKind is JsonValueKind.Object && claim.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
