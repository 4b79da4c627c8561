using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Digests;

/// <summary>Reads what needs a person and has done so since 08:00 of a day, or before.</summary>
public sealed class DigestReader(IDeliveryLog deliveries, LedgerBook ledger)
{
    private const int DaysNear = 7;
    private static readonly Duration Untried = Duration.FromDays(1);

    /// <summary>Reads it; without sections where nothing does.</summary>
    internal async Task<Digest> ReadAsync(Register register, LocalDate day, CancellationToken cancellation)
    {
        var until = day.At(DigestDesk.At).InZoneLeniently(Stockholm.Zone).ToInstant();
        (DigestPart Part, IAsyncEnumerable<DigestLine> Lines)[] parts =
        [
            (DigestPart.NeedsPerson, StoppedAsync(DeliveryState.NeedsPerson, register, cancellation)),
            (DigestPart.Bounced, StoppedAsync(DeliveryState.Bounced, register, cancellation)),
            (DigestPart.Failing, FailingAsync(register, day, until - Untried, cancellation)),
            (DigestPart.Untried, UntriedAsync(register, until - Untried, cancellation)),
            (DigestPart.Quarantined, QuarantinedAsync(cancellation)),
            (DigestPart.Overdue, OverdueAsync(register, day, cancellation)),
        ];
        List<DigestSection> sections = [];
        foreach (var (part, lines) in parts)
        {
            List<DigestLine> all = [];
            await foreach (var line in lines.WithCancellation(cancellation))
                if (line.Since is null || line.Since <= until) all.Add(line);
            if (all.Count > 0) sections.Add(new DigestSection(part, all.Count, [.. all.OrderBy(l => l.Since).ThenBy(l => l.Due).ThenBy(l => l.Reference, StringComparer.Ordinal).Take(DigestSection.MostLines)]));
        }

        return new Digest(day, sections);
    }

    private async IAsyncEnumerable<DigestLine> StoppedAsync(
        DeliveryState state, Register register, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(state, cancellation))
        {
            var book = await ledger.LoadAsync<DeliveryBook>(row.Stream, cancellation);
            if (book.Find(row.Id) is { } delivery && delivery.State == state)
                yield return Line(delivery, register) with { Since = delivery.Bounce?.At ?? delivery.Attempts.LastOrDefault()?.EndedAt ?? delivery.CreatedAt };
        }
    }

    // What has waited untried for a day is told of as that, though it has failed before.
    private async IAsyncEnumerable<DigestLine> FailingAsync(
        Register register, LocalDate day, Instant untriedSince, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(DeliveryState.Waiting, cancellation))
        {
            if (row.Stream.AgreementYear is null) continue;
            var year = await ledger.LoadAsync<AgreementYear>(row.Stream, cancellation);
            if (year.Deliveries.Find(row.Id) is not { State: DeliveryState.Waiting, Failures: > 0 } delivery || delivery.NextAt <= untriedSince) continue;
            if (new DeliveryDeadlines(year, register).Of(delivery)?.Occurrence.EffectiveDue is not { } due || due > day.PlusDays(DaysNear)) continue;
            yield return Line(delivery, register) with
            {
                Since = delivery.Attempts.FirstOrDefault(a => a.EndedAt is not null)?.EndedAt ?? delivery.CreatedAt,
                Due = due,
                NextAt = delivery.NextAt,
            };
        }
    }

    private async IAsyncEnumerable<DigestLine> UntriedAsync(Register register, Instant since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var state in (DeliveryState[])[DeliveryState.Owed, DeliveryState.Waiting])
        {
            await foreach (var row in RowsAsync(state, cancellation))
            {
                if (row.Stream.AgreementYear is null || !(row.NextAt <= since)) continue;
                var year = await ledger.LoadAsync<AgreementYear>(row.Stream, cancellation);
                if (year.Deliveries.Find(row.Id) is { } delivery && delivery.State == state && delivery.NextAt <= since)
                    yield return Line(delivery, register) with { Since = delivery.NextAt, Due = new DeliveryDeadlines(year, register).Of(delivery)?.Occurrence.EffectiveDue };
            }
        }
    }

    private async IAsyncEnumerable<DigestLine> QuarantinedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in (await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation)).Quarantined.Values)
            yield return new DigestLine(file.Id) { Since = file.Since, Code = file.Code, WhoText = file.Name, WhyText = file.Reason };
    }

    private async IAsyncEnumerable<DigestLine> OverdueAsync(Register register, LocalDate day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var agreement in register.Agreements)
        {
            foreach (var obligation in agreement.Obligations)
            {
                foreach (var occurrence in Occurrences.For(agreement, obligation, register.InUseFrom).Occurrences.Where(o => !o.IsHistory && o.EffectiveDue < day))
                {
                    var year = await ledger.LoadAsync<AgreementYear>(StreamId.OfAgreement(agreement.Id.Value, occurrence.PlanYear), cancellation);
                    if (OccurrenceStatus.Of(year, obligation, occurrence, day).State is not OccurrenceState.Late) continue;
                    yield return new DigestLine(string.Create(CultureInfo.InvariantCulture, $"{agreement.Id}/{occurrence.PlanYear}"))
                    {
                        Title = Letters.TitleWords.Of(obligation.Title, occurrence.PlanYear),
                        AgreementTitle = agreement.Title,
                        Due = occurrence.EffectiveDue,
                    };
                }
            }
        }
    }

    private static DigestLine Line(Delivery delivery, Register register) => new(delivery.Id)
    {
        Title = ContactItem.TitleOf(delivery),
        AgreementTitle = delivery.Matter?.AgreementTitle,
        Code = delivery.LastCode,
        WhoText = ContactItem.NameOf(delivery.Contact, register),
    };

    private IAsyncEnumerable<DeliveryRow> RowsAsync(DeliveryState state, CancellationToken cancellation) =>
        deliveries.RowsAsync(new DeliveryFilter(state, Notices: true), cancellation);
}
