using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
internal sealed class TableClient
{
    private readonly TableRequests _requests;

    internal TableClient(TableRequests requests, string name)
    {
        _requests = requests;
        Name = name;
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }

    /// <summary>A filter of OData in which every value is written so that it can be nothing but that value.</summary>
    public static string CreateQueryFilter(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    /// <summary>Makes the table where it is missing.</summary>
    public async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var message = _requests.Create(RequestMethod.Post, "Tables");
        SetBody(message, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["TableName"] = Name }));
        var response = await _requests.SendAsync(message, cancellationToken, 201, 204, 409).ConfigureAwait(false);
        if (response.Status == 409 && TableError.Of(response) is { ErrorCode: not "TableAlreadyExists" } refused) throw refused;
        return Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>An entity; none where it is missing.</summary>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var message = _requests.Create(RequestMethod.Get, PathOf(partitionKey, rowKey));
        if (select is not null) message.Request.Uri.AppendQuery("$select", Uri.EscapeDataString(string.Join(',', select)), escapeValue: false);
        var response = await _requests.SendAsync(message, cancellationToken, 200, 404).ConfigureAwait(false);
        if (response.Status == 404)
        {
            return TableError.Of(response) is { ErrorCode: "TableNotFound" } missing ? throw missing : new NoEntity<T>(response);
        }

        using var json = JsonDocument.Parse(response.Content);
        return Response.FromValue((T)(object)EntityJson.Read(json.RootElement), response);
    }

    /// <summary>Inserts an entity; fails with <c>EntityAlreadyExists</c> where it is there.</summary>
    public Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var message = _requests.Create(RequestMethod.Post, Name);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        SetBody(message, EntityJson.Write(Plain(entity)));
        return _requests.SendAsync(message, cancellationToken, 204);
    }

    /// <summary>Inserts an entity, or changes the one that is there, whatever its version.</summary>
    public Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var message = _requests.Create(mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch, PathOf(entity.PartitionKey, entity.RowKey));
        SetBody(message, EntityJson.Write(Plain(entity)));
        return _requests.SendAsync(message, cancellationToken, 204);
    }

    /// <summary>The entities that a filter finds, ordered by partition and row.</summary>
    public AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new TableQueryPages<T>(_requests, Name, filter, maxPerPage, select, cancellationToken);

    /// <summary>Does 1 to 100 actions in one partition, all or none.</summary>
    /// <exception cref="TableTransactionFailedException">One of them failed.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var batch = TableBatch.Of(transactionActions, action => new Uri($"{_requests.Endpoint.AbsoluteUri.TrimEnd('/')}/{PathOf(action)}"));
        var message = _requests.Create(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue("Content-Type", batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Body);
        var response = await _requests.SendAsync(message, cancellationToken, 202).ConfigureAwait(false);
        var answers = TableBatch.Answers(response.Content.ToString());
        if (answers.FirstOrDefault(a => a.IsError) is { } failed) throw new TableTransactionFailedException(TableError.Of(failed));
        return Response.FromValue(answers, response);
    }

    /// <summary>The entity as it is written here.</summary>
    internal static TableEntity Plain(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException($"Only {nameof(TableEntity)} is written here, not {entity.GetType().Name}.");

    private static string Literal(object? value) => value switch
    {
        string text => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        _ => throw new NotSupportedException($"A filter has strings, bool, int and long, not {value?.GetType().Name ?? "null"}."),
    };

    private static void SetBody(HttpMessage message, byte[] json)
    {
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(json);
    }

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private string PathOf(string partitionKey, string rowKey) => $"{Name}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private string PathOf(TableTransactionAction action) => action.ActionType == TableTransactionActionType.Add
        ? Name
        : PathOf(action.Entity.PartitionKey, action.Entity.RowKey);
}
