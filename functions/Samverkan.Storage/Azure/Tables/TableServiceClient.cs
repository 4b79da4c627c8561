using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>
/// The tables of an account. This folder stands in for the package Azure.Data.Tables where the feed lacks it: the same names,
/// signatures and errors for the part that Samverkan uses, and nothing else.
/// </summary>
internal sealed class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";
    private readonly TableRequests _requests;

    /// <summary>By a connection string with a key or a signature, or <c>UseDevelopmentStorage=true</c>.</summary>
    /// <exception cref="FormatException">It is not a connection string.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var parsed = TableConnectionString.Parse(connectionString);
        HttpPipelinePolicy policy = parsed.Key is { } key ? new TableSharedKeyPolicy(key) : new TableSasPolicy(new AzureSasCredential(parsed.Sas!));
        _requests = Requests(parsed.Endpoint, policy, options);
    }

    /// <summary>By the account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null) =>
        _requests = Requests(endpoint, new TableSharedKeyPolicy(credential), options);

    /// <summary>By a shared access signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null) =>
        _requests = Requests(endpoint, new TableSasPolicy(credential), options);

    /// <summary>By an identity.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _requests = Requests(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options);

    /// <summary>One table, which need not exist.</summary>
    public TableClient GetTableClient(string tableName) => new(_requests, tableName);

    private static TableRequests Requests(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options) =>
        new(endpoint, HttpPipelineBuilder.Build(options ?? new TableClientOptions(), [], [authentication], new ResponseClassifier()));
}
