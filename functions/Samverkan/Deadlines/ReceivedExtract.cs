using System.Collections.Immutable;
using NodaTime;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Deadlines;

/// <summary>A minutes extract as it lies in its stream, with what persons have corrected since.</summary>
/// <param name="Event">What was recorded of it; decision, recipients and omitted are the corrected ones.</param>
/// <param name="Name">The file's name; null where it has been erased.</param>
/// <param name="ReceivedAt">When it was placed.</param>
public sealed record ReceivedExtract(ExtractReceived Event, string? Name, Instant ReceivedAt)
{
    /// <summary>Whom it lists, revealed.</summary>
    public IReadOnlyList<PrintedRecipient> Recipients { get; private init; } = Revealed(Event.Recipients, Event.Personal);

    /// <summary>The corrections, oldest first.</summary>
    public ImmutableList<Correction> Corrections { get; private init; } = [];

    internal ReceivedExtract Correct(ExtractCorrected e, Instant at) => this with
    {
        Event = Event with { Decision = e.Decision, Recipients = e.Recipients ?? Event.Recipients, Omitted = e.Omitted ?? Event.Omitted },
        Recipients = e.Recipients is null ? Recipients : Revealed(e.Recipients, e.Personal),
        Corrections = Corrections.Add(new Correction(e.Field, Reveal(e.Old, e.Personal), Reveal(e.New, e.Personal), e.Personal.Reveal(e.By), at)),
    };

    private static string? Reveal(Commitment? value, PersonalValues personal) => value is { } commitment ? personal.Reveal(commitment) : null;

    private static IReadOnlyList<PrintedRecipient> Revealed(IReadOnlyList<ListedRecipient> listed, PersonalValues personal) =>
        [.. listed.Select(r => new PrintedRecipient(personal.Reveal(r.Printed), r.Kind, r.Id))];
}
