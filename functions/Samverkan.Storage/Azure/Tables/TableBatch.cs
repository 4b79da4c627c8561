using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>Transactions as the Table service takes them: a change set within a multipart message.</summary>
/// <param name="ContentType">The message's type, with its boundary.</param>
/// <param name="Body">The message.</param>
internal sealed record TableBatch(string ContentType, byte[] Body)
{
    private const int Most = 100;

    /// <summary>Writes the actions.</summary>
    /// <exception cref="ArgumentException">They are none, too many or of several partitions.</exception>
    public static TableBatch Of(IEnumerable<TableTransactionAction> actions, Func<TableTransactionAction, Uri> uriOf)
    {
        TableTransactionAction[] all = [.. actions];
        if (all.Length is 0 or > Most || all.Any(a => a.Entity.PartitionKey != all[0].Entity.PartitionKey))
            throw new ArgumentException($"A transaction has 1 to {Most} actions in one partition.", nameof(actions));
        var (outer, inner) = ("batch_" + Guid.NewGuid(), "changeset_" + Guid.NewGuid());
        var text = new StringBuilder($"--{outer}\r\nContent-Type: multipart/mixed; boundary={inner}\r\n\r\n");
        foreach (var action in all)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{inner}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Write(text, action, uriOf(action));
        }

        text.Append(CultureInfo.InvariantCulture, $"--{inner}--\r\n--{outer}--\r\n");
        return new TableBatch("multipart/mixed; boundary=" + outer, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads the answers, one for each action, or the one that failed.</summary>
    public static IReadOnlyList<Response> Answers(string body)
    {
        var answers = new List<Response>();
        var lines = new StringReader(body);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/", StringComparison.Ordinal)) answers.Add(Answer(line, lines));
        }

        return answers;
    }

    private static void Write(StringBuilder text, TableTransactionAction action, Uri uri)
    {
        var type = action.ActionType;
        text.Append(CultureInfo.InvariantCulture, $"{Method(type)} {uri.AbsoluteUri} HTTP/1.1\r\n")
            .Append("Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (type == TableTransactionActionType.Add) text.Append("Prefer: return-no-content\r\n");
        if (type is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
            text.Append(CultureInfo.InvariantCulture, $"If-Match: {(action.ETag == default ? ETag.All : action.ETag)}\r\n");
        if (type == TableTransactionActionType.Delete)
        {
            text.Append("\r\n\r\n");
            return;
        }

        text.Append("Content-Type: application/json\r\n\r\n")
            .Append(Encoding.UTF8.GetString(EntityJson.Write(TableClient.Plain(action.Entity)))).Append("\r\n");
    }

    private static string Method(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.Delete => "DELETE",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        _ => "PATCH",
    };

    private static TableBatchAnswer Answer(string statusLine, StringReader lines)
    {
        var status = statusLine.Split(' ', 3);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        // Up to the next boundary; the next part is read on from there.
        var content = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--changesetresponse", StringComparison.OrdinalIgnoreCase)) content.AppendLine(line);
        return new TableBatchAnswer(
            int.Parse(status[1], NumberStyles.None, CultureInfo.InvariantCulture), status.ElementAtOrDefault(2) ?? "", headers, content.ToString());
    }
}
