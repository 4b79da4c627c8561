using Samverkan.Ledger;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderArchiveTests : ArchiveContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override IArchive Create() => new FolderArchive(_data.Options);
}
