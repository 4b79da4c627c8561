using System.Collections.Immutable;
using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>The stream <c>register</c>: the imports, and what the ledger adds to the newest of them.</summary>
public sealed record RegisterHistory : IStreamState<RegisterHistory>
{
    /// <summary>The newest import; null before the first.</summary>
    public RegisterImported? Newest { get; private init; }

    /// <summary>Extensions of periods, oldest first.</summary>
    public ImmutableList<PeriodExtended> Extensions { get; private init; } = [];

    /// <summary>Diary numbers that documents have taught, oldest first.</summary>
    public ImmutableList<DiaryNumberLearned> Learned { get; private init; } = [];

    /// <summary>The version of the newest event seen.</summary>
    public long Version { get; private init; }

    /// <inheritdoc/>
    public static RegisterHistory Empty(StreamId stream) => new();

    /// <inheritdoc/>
    public RegisterHistory Apply(RecordedEvent e) => (e.Event switch
    {
        RegisterImported imported => this with { Newest = imported },
        PeriodExtended extended => this with { Extensions = Extensions.Add(extended) },
        DiaryNumberLearned learned => this with { Learned = Learned.Add(learned) },
        _ => this,
    }) with { Version = e.Version };

    /// <summary>The register that the file says, with what the ledger adds. An agreement that the file no longer has, or has with a later end, is left as the file says.</summary>
    public Register Effective(Register file)
    {
        var register = file with { InUseFrom = file.InUseFrom ?? Newest?.InUseFrom };
        foreach (var extended in Extensions)
        {
            if (register.FindAgreement(extended.Agreement) is { } agreement && agreement.To < extended.NewEnd)
                register = register.With(agreement with { Period = new NodaTime.DateInterval(agreement.From, extended.NewEnd) });
        }

        return register;
    }
}
