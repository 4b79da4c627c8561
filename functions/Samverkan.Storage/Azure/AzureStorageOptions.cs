using Azure.Core;

namespace Samverkan.Storage.Azure;

/// <summary>
/// Which storage account the Azure adapters use, and as whom: by a connection string (a key or a shared access signature),
/// or by the account's name and the identity that the program runs as.
/// </summary>
public sealed record AzureStorageOptions
{
    /// <summary>The connection string; <c>UseDevelopmentStorage=true</c> for Azurite on this machine. Null where there is an account's name.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account's name, 3 to 24 of <c>a-z 0-9</c>, used with the program's identity. Null where there is a connection string.</summary>
    public string? AccountName { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the machine's own, or the developer's.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>Whether missing containers, queues and tables are made at start. Default true; false where the template makes them.</summary>
    public bool CreateMissing { get; init; } = true;

    /// <summary>How each client sends; tests put policies in its way.</summary>
    internal Action<ClientOptions>? Configure { get; init; }

    /// <summary>Put before every name, so that tests share one emulator: <c>a-z</c> and digits, or empty.</summary>
    internal string Prefix { get; init; } = "";

    /// <summary>Everything that is wrong with the options, in Swedish, each with the setting's name.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (ConnectionString is not null && AccountName is not null)
            return ["Storage:ConnectionString och Storage:AccountName är båda angivna. Ange bara den ena: anslutningssträngen, eller namnet för inloggning med programmets identitet."];
        if (AccountName is { } name && !(name.Length is >= 3 and <= 24 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))))
            return [$"Storage:AccountName är \"{name}\", men ska vara lagringskontots namn: 3 till 24 tecken av a–z och 0–9."];
        return ConnectionString is not null && AzureAccount.ConnectionProblem(this) is { } problem ? [problem] : [];
    }
}
