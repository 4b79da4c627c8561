using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>What a query finds, page by page as the service gives it. A page may be empty and still not be the last.</summary>
internal sealed class TableQueryPages<T>(
    TableRequests requests, string table, string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
    where T : class, ITableEntity
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    /// <inheritdoc/>
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string? token, int? size, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            var response = await requests.SendAsync(Message(token, size), cancel, 200).ConfigureAwait(false);
            using var json = JsonDocument.Parse(response.Content);
            T[] values = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(e => (T)(object)EntityJson.Read(e))];
            token = response.Headers.TryGetValue(NextPartition, out var partition)
                ? partition + " " + (response.Headers.TryGetValue(NextRow, out var row) ? row : "")
                : null;
            yield return Page<T>.FromValues(values, token, response);
        }
        while (token is not null);
    }

    private HttpMessage Message(string? token, int? size)
    {
        var message = requests.Create(RequestMethod.Get, table + "()");
        var uri = message.Request.Uri;
        if (filter is { Length: > 0 }) uri.AppendQuery("$filter", Uri.EscapeDataString(filter), escapeValue: false);
        if (size is { } most) uri.AppendQuery("$top", most.ToString(CultureInfo.InvariantCulture));
        if (select is not null) uri.AppendQuery("$select", Uri.EscapeDataString(string.Join(',', select)), escapeValue: false);
        if (token?.Split(' ') is not [var partition, var row]) return message;
        uri.AppendQuery("NextPartitionKey", Uri.EscapeDataString(partition), escapeValue: false);
        if (row.Length > 0) uri.AppendQuery("NextRowKey", Uri.EscapeDataString(row), escapeValue: false);
        return message;
    }
}
