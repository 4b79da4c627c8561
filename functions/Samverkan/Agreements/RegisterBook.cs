using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>
/// The effective register: the newest imported file, with the ledger's events on top. Read again only when the stream
/// <c>register</c> has grown.
/// </summary>
public sealed class RegisterBook(LedgerBook ledger, IArchive archive, IClock clock)
{
    /// <summary>The longest register file, in bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private volatile Snapshot? _known;

    /// <summary>The register as it is now.</summary>
    /// <exception cref="InvalidOperationException">None has been imported, or the archive has lost it.</exception>
    public async Task<Register> CurrentAsync(CancellationToken cancellation)
    {
        var history = await HistoryAsync(cancellation);
        if (_known is { } known && known.Version == history.Version) return known.Register;
        var imported = history.Newest ?? throw new InvalidOperationException("No register has been imported; the host imports one at start.");
        var file = await ReadAsync(imported.File, cancellation)
            ?? throw new InvalidOperationException($"The register {imported.File} was imported but has errors in this version of Samverkan.");
        var register = history.Effective(file) with { Earlier = await EarlierAsync(history, cancellation) };
        _known = new Snapshot(history.Version, register);
        return register;
    }

    /// <summary>The imports, extensions and learned numbers behind it.</summary>
    public Task<RegisterHistory> HistoryAsync(CancellationToken cancellation) =>
        ledger.LoadAsync<RegisterHistory>(StreamId.Register, cancellation);

    /// <summary>
    /// Takes a register file into use, if it is without errors and another than the one in use. Returns its errors, and
    /// whether anything changed.
    /// </summary>
    public async Task<(IReadOnlyList<RegisterError> Errors, bool Changed)> ImportAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var reading = RegisterReader.Read(json);
        if (reading.Register is not { } register) return (reading.Errors, false);

        using var content = new MemoryStream(json.ToArray(), writable: false);
        var file = await archive.PutAsync(content, MostBytes, cancellation)
            ?? throw new InvalidOperationException($"A register of more than {MostBytes} bytes was read without error.");
        var today = Deadlines.Stockholm.DateOf(clock.GetCurrentInstant());
        var recorded = await ledger.RecordAsync<RegisterHistory>(
            StreamId.Register,
            "system:register",
            history => history.Newest?.File == file.Hash
                ? []
                : [new RegisterImported((history.Newest?.Number ?? 0) + 1, file.Hash, register.InUseFrom ?? history.Newest?.InUseFrom ?? today)],
            cancellation);
        return ([], recorded.Count > 0);
    }

    /// <summary>
    /// The registers that have been in use, oldest first, the one in use last; none before the first import. One that has
    /// errors in this version of Samverkan, which only an old one can, is passed over.
    /// </summary>
    public async IAsyncEnumerable<RegisterVersion> VersionsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var history = RegisterHistory.Empty(StreamId.Register);
        Register? file = null;
        await foreach (var e in ledger.EventsAsync(StreamId.Register, cancellation))
        {
            history = history.Apply(e);
            if (e.Event is RegisterImported imported) file = await ReadAsync(imported.File, cancellation);
            if (file is not null && e.Event is (RegisterImported or PeriodExtended))
                yield return new RegisterVersion(e.At, history.Effective(file));
        }
    }

    // A version that this Samverkan finds errors in has no say in what fell away; the one in use must be without.
    private async Task<IReadOnlyList<Agreement>> EarlierAsync(RegisterHistory history, CancellationToken cancellation)
    {
        List<Agreement> agreements = [];
        foreach (var (file, extensions) in history.Earlier)
        {
            if (await ReadAsync(file, cancellation) is { } register)
                agreements.AddRange(RegisterHistory.Extended(register, extensions).Agreements);
        }

        return agreements;
    }

    private async Task<Register?> ReadAsync(DocumentHash file, CancellationToken cancellation)
    {
        await using var content = await archive.OpenAsync(file, cancellation)
            ?? throw new InvalidOperationException($"The archive has lost the register {file}; restore it from a backup.");
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return RegisterReader.Read(bytes.ToArray()).Register;
    }

    private sealed record Snapshot(long Version, Register Register);
}
