using System.Collections.Immutable;
using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>The stream <c>register</c>: the imports, and what the ledger adds to the newest of them.</summary>
public sealed record RegisterHistory : IStreamState<RegisterHistory>
{
    /// <summary>The newest import; null before the first.</summary>
    public RegisterImported? Newest { get; private init; }

    /// <summary>The imports before the newest, oldest first, each with the extensions known when the next came.</summary>
    public ImmutableList<(DocumentHash File, ImmutableList<PeriodExtended> Extensions)> Earlier { get; private init; } = [];

    /// <summary>Extensions of periods, oldest first.</summary>
    public ImmutableList<PeriodExtended> Extensions { get; private init; } = [];

    /// <summary>Diary numbers that documents have taught, oldest first.</summary>
    public ImmutableList<DiaryNumberLearned> Learned { get; private init; } = [];

    /// <summary>Corrections of contacts, oldest first, with their versions.</summary>
    public ImmutableList<(long Version, ContactCorrected Correction)> Corrections { get; private init; } = [];

    /// <summary>The version of the newest event seen.</summary>
    public long Version { get; private init; }

    /// <inheritdoc/>
    public static RegisterHistory Empty(StreamId stream) => new();

    /// <inheritdoc/>
    public RegisterHistory Apply(RecordedEvent e) => (e.Event switch
    {
        RegisterImported imported => this with
        {
            Newest = imported,
            Earlier = Newest is null ? Earlier : Earlier.Add((Newest.File, Extensions)),
        },
        PeriodExtended extended => this with { Extensions = Extensions.Add(extended) },
        ContactCorrected corrected => this with { Corrections = Corrections.Add((e.Version, corrected)) },
        DiaryNumberLearned learned => this with { Learned = Learned.Add(learned) },
        DiaryNumberForgotten forgotten => this with { Learned = Learned.RemoveAll(l => IsOf(l, forgotten)) },
        _ => this,
    }) with
    { Version = e.Version };

    /// <summary>
    /// The register that the newest file says, with what the ledger adds. An extension moves the end that it was decided
    /// on: where a later file says another end (the agreement ends early, or runs longer still), the file stands. So it is
    /// with a corrected contact and its address.
    /// </summary>
    public Register Effective(Register file) => Corrected(Extended(file, Extensions)) with
    {
        InUseFrom = file.InUseFrom ?? Newest?.InUseFrom,
        Number = Newest?.Number,
    };

    /// <summary>The last day of an agreement that is known to end on <paramref name="end"/>, with the extensions of that end.</summary>
    public LocalDate EndOf(AgreementId agreement, LocalDate end) => EndOf(agreement, end, Extensions);

    /// <summary>A file's agreements with extensions on top.</summary>
    internal static Register Extended(Register file, IReadOnlyList<PeriodExtended> extensions)
    {
        var register = file;
        foreach (var id in extensions.Select(x => x.Agreement).Distinct())
        {
            if (register.FindAgreement(id) is not { } agreement) continue;
            var end = EndOf(id, agreement.To, extensions);
            if (end != agreement.To) register = register.With(agreement with { Period = new DateInterval(agreement.From, end) });
        }

        return register;
    }

    // Corrections of corrections follow one another from what the file says.
    private Register Corrected(Register file)
    {
        var inForce = new HashSet<long>();
        var register = file;
        foreach (var (version, x) in Corrections)
        {
            if (register.FindContact(x.Contact) is not { } contact || x.New is not { } channel || x.Old != contact.Channel) continue;
            register = register.With(contact with { Channel = channel });
            inForce.Add(version);
        }

        return register with { Corrections = inForce };
    }

    private static bool IsOf(DiaryNumberLearned learned, DiaryNumberForgotten forgotten) =>
        (learned.Agreement, learned.Obligation, learned.PlanYear, learned.Number)
        == (forgotten.Agreement, forgotten.Obligation, forgotten.PlanYear, forgotten.Number);

    private static LocalDate EndOf(AgreementId agreement, LocalDate end, IEnumerable<PeriodExtended> extensions) =>
        extensions.Where(x => x.Agreement == agreement).Aggregate(end, (known, x) => x.OldEnd == known ? x.NewEnd : known);
}
