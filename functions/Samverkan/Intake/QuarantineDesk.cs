using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;

namespace Samverkan.Intake;

/// <summary>Lays files that a person must look at in quarantine, with the reason, and tells those who can mend it.</summary>
public sealed class QuarantineDesk(IQuarantine quarantine, LedgerBook ledger, RegisterBook registers, NoticeDesk notices)
{
    /// <summary>Keeps the file, records why, and tells the responsible. Doing it again for the same file changes nothing.</summary>
    public async Task PutAsync(IInboxClaim claim, Verdict.Refused refused, CancellationToken cancellation)
    {
        var (id, size) = await IdentifyAsync(claim, cancellation);
        await using (var content = await claim.OpenAsync(cancellation))
            await quarantine.PutAsync(id, claim.Name, content, refused.Sentence, cancellation);

        var told = Responsible(await registers.CurrentAsync(cancellation), refused.Candidates);
        await ledger.RecordAsync<InboxHistory>(
            StreamId.Inbox,
            "system:intake",
            history => history.Quarantined.ContainsKey(id) ? [] : [Quarantined(id, claim.Name, size, refused, told)],
            cancellation);
        var ended = (await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation)).TimesEnded(id);
        var item = new NoticeItem(Key(id, ended), NoticeKind.Quarantined)
        {
            Code = refused.Code,
            DetailText = $"{claim.Name}\n{refused.Sentence}",
        };
        await notices.TellAsync(told.Select(to => (to, item)), cancellation);
    }

    // Who let it out and finds it there again is told again.
    private static string Key(string id, int ended) =>
        ended == 0 ? $"quarantine/{id}" : string.Create(CultureInfo.InvariantCulture, $"quarantine/{id}/{ended}");

    private static FileQuarantined Quarantined(
        string id, string name, long size, Verdict.Refused refused, IReadOnlyList<ContactId> told)
    {
        var personal = new PersonalValues();
        QuarantineCandidate[] candidates =
            [.. refused.Candidates.Select(c => new QuarantineCandidate(c.Agreement, c.Obligation, c.PlanYear, c.Score, personal.Commit(string.Join('\n', c.Why))))];
        return new FileQuarantined(id, personal.Commit(name), size, refused.Code, personal.Commit(refused.Sentence), told, candidates)
        {
            Personal = personal,
        };
    }

    private static async Task<(string Id, long Size)> IdentifyAsync(IInboxClaim claim, CancellationToken cancellation)
    {
        await using var content = await claim.OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(claim.Name + "\n"));
        var buffer = new byte[81920];
        var size = 0L;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; size += read)
            hash.AppendData(buffer.AsSpan(0, read));
        return (Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8)), size);
    }

    // Where nothing tells which agreement it is about, everybody who answers for one is asked.
    private static IReadOnlyList<ContactId> Responsible(Register register, IReadOnlyList<Candidate> candidates) =>
    [
        .. register.Agreements
            .Where(a => candidates.Count == 0 || candidates.Any(c => c.Agreement == a.Id))
            .SelectMany(a => a.Responsible)
            .Distinct(),
    ];
}
