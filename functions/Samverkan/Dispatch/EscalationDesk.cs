using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>
/// Tells the responsible and the escalation that a delivery must be handed over by hand, with the package for it: a
/// message of its own for each delivery, and of each once.
/// </summary>
public sealed class EscalationDesk(HandoverPackages packages, NoticeDesk notices, IArchive archive, DeadlineOptions options)
{
    private const long MostLetterBytes = 1_000_000;

    /// <summary>Makes the message owed to each of those who are to be told. Calling it again does nothing.</summary>
    public async Task TellAsync(DueEscalation due, Register register, LocalDate today, CancellationToken cancellation)
    {
        var package = await packages.MakeAsync(due.Delivery, register, cancellation);
        var item = await ItemAsync(due, package, today, cancellation);
        await notices.TellAsync(due.To.Select(to => (to, item)), cancellation);
    }

    private async Task<NoticeItem> ItemAsync(DueEscalation due, HandoverPackage package, LocalDate today, CancellationToken cancellation)
    {
        var letter = await LetterAsync(package, cancellation);
        var fits = Fitting(package.Documents).ToArray();
        var last = due.Delivery.Attempts.LastOrDefault(a => a.Code is not null);
        return new NoticeItem(Letters.Notices.NoticeContext.EscalatedPrefix + due.Delivery.Id, NoticeKind.Escalated)
        {
            Agreement = due.Agreement.Id,
            AgreementTitle = due.Agreement.Title,
            Obligation = due.Obligation.Id,
            PlanYear = due.Occurrence.PlanYear,
            Title = due.Obligation.Title,
            Due = due.Occurrence.Due,
            EffectiveDue = due.Occurrence.EffectiveDue,
            WhyMoved = due.Occurrence.WhyMoved,
            DaysLeft = Period.DaysBetween(today, due.Occurrence.EffectiveDue),
            Missing = [.. package.Documents.Except(fits).Concat(package.Lost).Select(d => d.Part)],
            Count = due.Delivery.Attempts.Count(a => a.Outcome is not AttemptOutcome.Running),
            IsStopped = due.Delivery.AwaitsPerson,
            Code = due.Delivery.Bounce?.Code ?? last?.Code,
            DetailText = $"{package.Name}\n{(package.Addresses.Count > 0 ? string.Join(", ", package.Addresses) : "okänd")}\n{due.Delivery.Bounce?.Answer ?? last?.Answer}",
            EnclosedDocuments = letter is null ? fits : [letter, .. fits],
        };
    }

    // The letter is archived like any other document, so that every try of the message hands over the same bytes.
    private async Task<SentDocument?> LetterAsync(HandoverPackage package, CancellationToken cancellation)
    {
        if (package.Letter is null) return null;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(package.Letter), writable: false);
        return await archive.PutAsync(content, MostLetterBytes, cancellation) is { } stored
            ? new SentDocument(stored.Hash, HandoverPackages.LetterName, DocumentRef.LetterPart, stored.Size)
            : null;
    }

    // A message that the mail server refuses as too large would help nobody.
    private IEnumerable<SentDocument> Fitting(IReadOnlyList<SentDocument> documents)
    {
        var left = options.PackageBytes;
        foreach (var document in documents)
        {
            if (document.Size > left) continue;
            left -= document.Size;
            yield return document;
        }
    }
}
