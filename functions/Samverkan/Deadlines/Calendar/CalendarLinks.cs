using System.Buffers.Text;
using System.Security.Cryptography;
using Samverkan.Ledger;

namespace Samverkan.Deadlines.Calendar;

/// <summary>
/// Issues, lists and revokes links to calendar feeds. Calendar programs cannot sign in, so a link is a secret of 256
/// random bits; the ledger keeps its hash alone, and nobody can show it again.
/// </summary>
public sealed class CalendarLinks(LedgerBook ledger)
{
    private const int TokenBytes = 32;

    /// <summary>Issues a link; returns its number and its token, of letters, digits, <c>-</c> and <c>_</c>, which is nowhere else.</summary>
    /// <param name="scope">What its feed shows; not both an agreement and a contact.</param>
    /// <param name="by">Who issues it, as the ledger writes actors.</param>
    /// <param name="cancellation">Ends the wait; the link may then have been issued, and nobody has its token.</param>
    public async Task<(int Number, string Token)> IssueAsync(CalendarScope scope, string by, CancellationToken cancellation)
    {
        if (scope is { Agreement: not null, Responsible: not null })
            throw new ArgumentException("A feed is of one agreement or of one contact, not of both.", nameof(scope));
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var hash = CalendarLinkBook.HashOf(token);
        var recorded = await ledger.RecordAsync<CalendarLinkBook>(
            StreamId.Audit,
            by,
            book => [new CalendarLinkIssued(book.Links.Count + 1, hash, scope.Agreement, scope.Responsible)],
            cancellation);
        return (((CalendarLinkIssued)recorded[0].Event).Number, token);
    }

    /// <summary>Revokes a link, for good. False where there is none with the number; true where it was revoked before.</summary>
    public async Task<bool> RevokeAsync(int number, string by, CancellationToken cancellation)
    {
        var exists = false;
        await ledger.RecordAsync<CalendarLinkBook>(
            StreamId.Audit,
            by,
            book =>
            {
                var link = book.Links.FirstOrDefault(l => l.Number == number);
                exists = link is not null;
                return link is { RevokedAt: null } ? [new CalendarLinkRevoked(number)] : [];
            },
            cancellation);
        return exists;
    }

    /// <summary>Every link that has been issued, oldest first.</summary>
    public async Task<IReadOnlyList<CalendarLink>> ListAsync(CancellationToken cancellation) =>
        (await ledger.LoadAsync<CalendarLinkBook>(StreamId.Audit, cancellation)).Links;

    /// <summary>The link that a token opens; null for anything else, whatever it is.</summary>
    public async Task<CalendarLink?> FindAsync(string token, CancellationToken cancellation) =>
        (await ledger.LoadAsync<CalendarLinkBook>(StreamId.Audit, cancellation)).Find(token);
}
