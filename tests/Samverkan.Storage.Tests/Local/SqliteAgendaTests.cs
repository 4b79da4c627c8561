using Samverkan.Deadlines;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class SqliteAgendaTests : AgendaContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override IAgenda Create() => new SqliteAgenda(_data.Open());
}
