using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>A play with a file that belongs nowhere, and what the quarantine then says.</summary>
internal static class QuarantinePlay
{
    public const string Unplaceable = "Om ingenting särskilt\n\nDen här texten handlar om fåglar.\n";

    public static readonly LocalDate From = new(2022, 12, 12);
    public static readonly LocalDate To = new(2022, 12, 12);
    public static readonly StreamId Year = StreamId.OfAgreement("folkhalsa-2021", 2023);

    public static readonly ReleaseChoice Chosen = new()
    {
        Agreement = AgreementId.Parse("folkhalsa-2021"),
        Obligation = ObligationId.Parse("verksamhetsplan"),
        PlanYear = 2023,
    };

    public static async Task<Play> UnplacedAsync()
    {
        var play = new Play();
        await play.Drop("2022-12-12 14:00", "bilaga.txt", Unplaceable).RunAsync(From, To);
        return play;
    }

    public static async Task<IReadOnlyList<QuarantinedFile>> WaitingAsync(Play play) =>
        [.. (await play.Services.GetRequiredService<LedgerBook>().LoadAsync<InboxHistory>(StreamId.Inbox, CancellationToken.None)).Quarantined.Values];

    public static async Task<IReadOnlyList<RecordedEvent>> EventsAsync<T>(Play play)
    {
        List<RecordedEvent> events = [];
        await foreach (var e in play.Services.GetRequiredService<LedgerBook>().EventsAsync(StreamId.Inbox, CancellationToken.None))
            if (e.Event is T) events.Add(e);
        return events;
    }

    public static QuarantineRelease Desk(Play play) => play.Services.GetRequiredService<QuarantineRelease>();
}
