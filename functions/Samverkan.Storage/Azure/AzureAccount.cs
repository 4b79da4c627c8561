using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Samverkan.Storage.Azure;

/// <summary>The storage account: the clients of its containers, queues and tables, made alike.</summary>
internal sealed class AzureAccount
{
    private readonly AzureStorageOptions _options;
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;
    private readonly TableServiceClient _tables;

    /// <exception cref="FormatException">The connection string is none.</exception>
    /// <exception cref="ArgumentException">The connection string is none, or there is nothing to connect by.</exception>
    public AzureAccount(AzureStorageOptions options)
    {
        _options = options;
        var (blobs, queues, tables) = (
            Tuned(new BlobClientOptions()),
            Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }),
            Tuned(new TableClientOptions()));
        if (options.ConnectionString is { } text)
        {
            _blobs = new BlobServiceClient(text, blobs);
            _queues = new QueueServiceClient(text, queues);
            _tables = new TableServiceClient(text, tables);
            return;
        }

        var name = options.AccountName ?? throw new ArgumentException("Neither a connection string nor an account's name is given.", nameof(options));
        var identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.IdentityClientId });
        _blobs = new BlobServiceClient(new Uri($"https://{name}.blob.core.windows.net"), identity, blobs);
        _queues = new QueueServiceClient(new Uri($"https://{name}.queue.core.windows.net"), identity, queues);
        _tables = new TableServiceClient(new Uri($"https://{name}.table.core.windows.net"), identity, tables);
    }

    /// <summary>The setting that the account comes from.</summary>
    public string Setting => _options.ConnectionString is not null ? "Storage:ConnectionString" : "Storage:AccountName";

    /// <summary>A container by its name in <see cref="AzureNames"/>.</summary>
    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(_options.Prefix + name);

    /// <summary>A queue by its name in <see cref="AzureNames"/>.</summary>
    public QueueClient Queue(string name) => _queues.GetQueueClient(_options.Prefix + name);

    /// <summary>A table by its name in <see cref="AzureNames"/>.</summary>
    public TableClient Table(string name) => _tables.GetTableClient(_options.Prefix + name);

    /// <summary>What is wrong with a connection string; null where it can be used.</summary>
    public static string? ConnectionProblem(AzureStorageOptions options)
    {
        try
        {
            _ = new AzureAccount(options);
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // The text of the exception may hold a part of the secret.
            return "Storage:ConnectionString är inte en anslutningssträng till ett lagringskonto. Kopiera den från lagringskontots sida Åtkomstnycklar, eller skriv UseDevelopmentStorage=true för Azurite.";
        }
    }

    private T Tuned<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxRetries = 4;
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(60);
        options.Diagnostics.ApplicationId = "Samverkan";
        _options.Configure?.Invoke(options);
        return options;
    }
}
