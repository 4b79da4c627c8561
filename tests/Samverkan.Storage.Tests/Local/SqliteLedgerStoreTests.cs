using Samverkan.Ledger;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class SqliteLedgerStoreTests : LedgerStoreContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override ILedgerStore Create() => new SqliteLedgerStore(_data.Open());
}
