using System.Collections.Frozen;
using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>
/// What documents are matched against: the effective register and the diary numbers learned so far, prepared once so that
/// each match is quick. Immutable, and safe to share between threads; make another when either has changed.
/// </summary>
public sealed class MatchingGround
{
    private readonly ILookup<(int Year, int Number), NumberHit> hits;
    private readonly ILookup<string, NumberHit> hitsByText;
    private readonly FrozenDictionary<AgreementId, GroundedAgreement> byId;

    /// <summary>Prepares a register and what has been learned. A number learned for what the register no longer has is left out.</summary>
    public MatchingGround(Register register, IReadOnlyList<DiaryNumberLearned> learned)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(learned);
        Register = register;
        Agreements = [.. register.Agreements.Select(agreement => new GroundedAgreement(agreement))];
        byId = Agreements.ToFrozenDictionary(known => known.Agreement.Id);
        AgreementIds = register.Agreements.Select(agreement => agreement.Id).ToFrozenSet();
        ObligationIds = register.Agreements.SelectMany(agreement => agreement.Obligations).Select(obligation => obligation.Id).ToFrozenSet();
        Neutral = NeutralWords(register);
        var all = register.Agreements
            .SelectMany(agreement => agreement.DiaryNumbers.Select(text => (Text: text, Agreement: agreement.Id, Obligation: (ObligationId?)null, PlanYear: (int?)null)))
            .Concat(learned.Where(IsKnown).Select(number => (Text: number.Number, number.Agreement, number.Obligation, number.PlanYear)))
            .Select(known => (known.Text, Hit: new NumberHit(NumberIn(known.Text), known.Agreement, known.Obligation, known.PlanYear)))
            .ToArray();
        hits = all.Where(known => known.Hit.Number is not null)
            .ToLookup(known => (known.Hit.Number!.Value.Year, known.Hit.Number.Value.Number), known => known.Hit);
        hitsByText = all.Where(known => known.Hit.Number is null).ToLookup(known => NameFold.Fold(known.Text), known => known.Hit, StringComparer.Ordinal);
    }

    /// <summary>The register.</summary>
    public Register Register { get; }

    internal IReadOnlyList<GroundedAgreement> Agreements { get; }

    internal FrozenSet<AgreementId> AgreementIds { get; }

    internal FrozenSet<ObligationId> ObligationIds { get; }

    /// <summary>Words of titles that say who and not what: the municipality's name, and contacts of one word such as "GR".</summary>
    internal FrozenSet<string> Neutral { get; }

    internal GroundedAgreement? Find(AgreementId id) => byId.GetValueOrDefault(id);

    /// <summary>What a diary number belongs to; where the whole of it is known, what only its year and running number fit is left out.</summary>
    internal IReadOnlyList<NumberHit> Hits(DiaryNumber? number)
    {
        if (number is not { } read) return [];
        NumberHit[] fitting = [.. hits[(read.Year, read.Number)].Where(hit => hit.Number!.Value.Matches(read)), .. hitsByText[NameFold.Fold(read.ToString())]];
        var whole = fitting.Where(hit => hit.Number is null || hit.Number == read).ToArray();
        return [.. (whole.Length > 0 ? whole : fitting).Distinct()];
    }

    private bool IsKnown(DiaryNumberLearned learned) =>
        Register.FindAgreement(learned.Agreement) is { } agreement
        && (learned.Obligation is not { } obligation || agreement.FindObligation(obligation) is not null);

    private static DiaryNumber? NumberIn(string text) => DiaryNumber.TryParse(text, out var number) ? number : null;

    private static FrozenSet<string> NeutralWords(Register register)
    {
        var names = register.Contacts.SelectMany(contact => contact.Aliases.Prepend(contact.Name)).Select(WordForm.Words).Where(words => words.Count == 1);
        return names.Append(WordForm.Words(register.Municipality)).SelectMany(words => words).Select(WordForm.Stem).ToFrozenSet(StringComparer.Ordinal);
    }
}
