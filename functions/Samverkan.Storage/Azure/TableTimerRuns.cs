using Azure.Data.Tables;
using NodaTime;
using Samverkan.Signals;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Azure;

/// <summary>The timers' newest runs in the Table service: an entity a timer, in a partition of their own.</summary>
internal sealed class TableTimerRuns(AzureAccount account) : ITimerRuns
{
    private const string Partition = "svep";
    private readonly TableClient _table = account.Table(AzureNames.RowTable);

    /// <inheritdoc/>
    public Task NoteAsync(TimerRun run, CancellationToken cancellation) => _table.UpsertEntityAsync(
        new TableEntity(Partition, run.Name) { ["At"] = run.At.ToUnixTimeTicks(), ["Took"] = run.Took.BclCompatibleTicks, ["Succeeded"] = run.Succeeded ? 1 : 0 },
        TableUpdateMode.Replace,
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimerRun>> ListAsync(CancellationToken cancellation)
    {
        List<TimerRun> runs = [];
        await foreach (var entity in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
        {
            runs.Add(new TimerRun(
                entity.RowKey,
                Ticks.ToInstant(entity.GetInt64("At") ?? 0),
                Duration.FromTicks(entity.GetInt64("Took") ?? 0),
                entity.GetInt32("Succeeded") is 1));
        }

        return runs;
    }
}
