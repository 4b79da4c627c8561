using Samverkan.Storage.Azure;

namespace Samverkan.Functions;

/// <summary>Reads which storage account the data lies in.</summary>
internal static class StorageSettings
{
    // What the Azure Functions host uses for itself. In the Azure build the data lies there too where nothing else is said.
    private const string Own = "AzureWebJobsStorage";

    /// <summary>The settings named <c>Storage:…</c>; null where the data lies in a folder.</summary>
    public static AzureStorageOptions? Read(SettingsReader read)
    {
        var (connection, account) = (read.Text("Storage:ConnectionString"), read.Text("Storage:AccountName"));
        var identity = read.Text("Storage:IdentityClientId");
        if (connection is null && account is null && IsAzure)
            (connection, account, identity) = (read.Text(Own), read.Text(Own + ":accountName"), identity ?? read.Text(Own + ":clientId"));
        if (connection is null && account is null) return null;
        return new AzureStorageOptions
        {
            ConnectionString = connection,
            AccountName = account,
            IdentityClientId = identity,
            CreateMissing = read.Flag("Storage:CreateMissing", new AzureStorageOptions().CreateMissing),
        };
    }

#if AZURE
    private static bool IsAzure => true;
#else
    private static bool IsAzure => false;
#endif
}
