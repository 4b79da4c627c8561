using Samverkan.Intake;
using Samverkan.Storage.Local;
using Samverkan.Storage.Tests.Contracts;

namespace Samverkan.Storage.Tests.Local;

/// <summary>A drop folder, and what people and hosts do in it.</summary>
internal sealed class InboxFolder : IDisposable
{
    private readonly DataFolder _data = new();

    public LogLines<FolderInbox> Log { get; } = new();

    public LocalStorageOptions Options => _data.Options;

    public string Root => _data.Options.InboxFolder;

    public string Claimed => Path.Combine(Root, ".claimed");

    /// <summary>A place of its own beside the drop folder.</summary>
    public string Outside => _data.Path;

    public static Task<List<string>> ListAsync(IInbox inbox) => inbox.ListAsync(default).ToListAsync().AsTask();

    public static Task<IInboxClaim> ClaimAsync(IInbox inbox, string name) => InboxContract.ClaimAsync(inbox, name);

    public static Task<string> ReadAsync(IInboxClaim claim) => InboxContract.ReadAsync(claim);

    public void Dispose() => _data.Dispose();

    /// <summary>The inbox as one more host has it, with no wait for stillness.</summary>
    public FolderInbox Create() => new(_data.Options, TimeProvider.System, Log);

    public async Task DropAsync(string name, string content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    public async Task<string?> SeenAsync(string name) =>
        File.Exists(PathOf(name)) ? await File.ReadAllTextAsync(PathOf(name)) : null;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string ClaimedFile() => Assert.Single(Directory.GetFiles(Claimed, "*.txt", SearchOption.AllDirectories));

    /// <summary>What a process leaves that is killed after the renaming; its lock file stays, but nobody holds it.</summary>
    public void Abandon(string id, string name, string content, bool withLock)
    {
        var path = Path.Combine(Claimed, id, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        if (withLock) File.WriteAllText(Path.Combine(Claimed, id + ".lock"), "");
    }

    public async Task ShellAsync(string command)
    {
        using var shell = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = Root })!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }
}
