using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Intake;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

public sealed class FolderInboxTests : InboxContract, IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    protected override IInbox Create() => new FolderInbox(_data.Options, TimeProvider.System, NullLogger<FolderInbox>.Instance);

    protected override async Task DropAsync(string name, string content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    protected override async Task<string?> SeenAsync(string name) =>
        File.Exists(PathOf(name)) ? await File.ReadAllTextAsync(PathOf(name)) : null;

    private string PathOf(string name) => Path.Combine(_data.Options.InboxFolder, name);
}
