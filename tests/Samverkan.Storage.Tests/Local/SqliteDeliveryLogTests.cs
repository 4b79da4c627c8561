using Samverkan.Dispatch;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class SqliteDeliveryLogTests : DeliveryLogContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override IDeliveryLog Create() => new SqliteDeliveryLog(_data.Open());
}
