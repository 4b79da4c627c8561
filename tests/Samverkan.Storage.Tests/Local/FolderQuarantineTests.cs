using Samverkan.Intake;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderQuarantineTests : QuarantineContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override IQuarantine Create() => new FolderQuarantine(_data.Options);
}
