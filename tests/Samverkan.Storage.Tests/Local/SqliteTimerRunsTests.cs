using Samverkan.Signals;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class SqliteTimerRunsTests : TimerRunsContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override ITimerRuns Create() => new SqliteTimerRuns(_data.Open());
}
