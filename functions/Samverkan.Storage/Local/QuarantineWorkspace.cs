namespace Samverkan.Storage.Local;

/// <summary>
/// Where the quarantine's folders are made and taken apart (<c>karantan/.tmp</c>), by one at a time. Whoever has the turn
/// first clears up after one that died.
/// </summary>
internal sealed class QuarantineWorkspace(string root)
{
    private readonly string _desk = Path.Combine(root, ".tmp");

    /// <summary>Waits for the turn.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(_desk);
        FileLock? held;
        while ((held = FileLock.TryTake(Path.Combine(_desk, "lock"), keepFile: true)) is null) await Task.Delay(20, cancellation);
        try
        {
            ClearUp();
            return new Turn(_desk, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    // What was moved aside goes back if nothing took its place; the rest was never finished, or was on its way out.
    private void ClearUp()
    {
        foreach (var folder in Directory.EnumerateDirectories(_desk))
        {
            var place = Path.Combine(root, Path.GetFileNameWithoutExtension(folder));
            if (folder.EndsWith(Turn.Aside, StringComparison.Ordinal) && !Directory.Exists(place)) Directory.Move(folder, place);
            else Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The right to change the quarantine, until disposed.</summary>
    public sealed class Turn(string desk, FileLock held) : IDisposable
    {
        /// <summary>Ends the name of a folder that is being replaced.</summary>
        public const string Aside = ".aside";

        private string? _made;

        /// <summary>A new folder to be filled.</summary>
        public string MakeFolder() => _made = Directory.CreateDirectory(Path.Combine(desk, Guid.NewGuid().ToString("N"))).FullName;

        /// <summary>Puts a filled folder in its place, instead of one that is there.</summary>
        public void Publish(string made, string target)
        {
            var aside = Path.Combine(desk, Path.GetFileName(target) + Aside);
            var replaces = Directory.Exists(target);
            if (replaces) Directory.Move(target, aside);
            Directory.Move(made, target);
            _made = null;
            if (replaces) Directory.Delete(aside, recursive: true);
        }

        /// <summary>Removes a folder, if it is there.</summary>
        public void Remove(string folder)
        {
            if (!Directory.Exists(folder)) return;
            var made = Path.Combine(desk, Guid.NewGuid().ToString("N"));
            Directory.Move(folder, made);
            Directory.Delete(made, recursive: true);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_made is not null && Directory.Exists(_made)) Directory.Delete(_made, recursive: true);
            held.Dispose();
        }
    }
}
