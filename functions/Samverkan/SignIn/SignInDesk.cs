using System.Buffers.Text;
using System.Security.Cryptography;
using NodaTime;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.SignIn;

/// <summary>
/// Lets people sign in to the pages by links that work once, and ends what they signed in to. Everything is in the ledger:
/// hosts that share one agree on who is signed in, also after a restart.
/// </summary>
public sealed class SignInDesk(LedgerBook ledger, IClock clock)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The longest that a sign-in may last, in hours.</summary>
    public const int MostHours = 168;

    private const int TokenBytes = 32;
    private static readonly Duration LinkLasts = Duration.FromMinutes(15);

    /// <summary>
    /// Issues a link that works once, for 15 minutes; returns its token, of letters, digits, <c>-</c> and <c>_</c>, which is
    /// nowhere else. Null where <paramref name="name"/> is none.
    /// </summary>
    /// <param name="name">Whom it is for, 1 to 100 characters; the ledger names them as who does what they do. Not <c>cli:…</c>.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="hours">How long they are signed in, 1 to 168.</param>
    /// <param name="by">Who issues it, as the ledger writes actors.</param>
    /// <param name="cancellation">Ends the wait; the link may then have been issued, and nobody has its token.</param>
    public async Task<string?> IssueAsync(string name, SignInRole role, int hours, string by, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hours, MostHours);
        var clean = OneLine.Of(name, LongestName + 1);
        if (clean.Length is 0 or > LongestName || clean.StartsWith(Person.CommandLine, StringComparison.OrdinalIgnoreCase)) return null;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var personal = new PersonalValues();
        var until = clock.GetCurrentInstant() + LinkLasts;
        var issued = new SignInIssued(0, SignInBook.HashOf(token), personal.Commit(clean), role, until, hours) { Personal = personal };
        await ledger.RecordAsync<SignInBook>(
            StreamId.Audit, by, book => [issued with { Number = book.Entries.Count + 1 }], cancellation);
        return token;
    }

    /// <summary>The sign-in that a link opens; null where it opens none, whatever the token is.</summary>
    public async Task<SignInEntry?> FindAsync(string token, CancellationToken cancellation) =>
        (await BookAsync(cancellation)).Find(token) is { } entry && entry.Opens(clock.GetCurrentInstant()) ? entry : null;

    /// <summary>Uses a link: of several who try, one gets the sign-in, and the others null.</summary>
    public async Task<SignInEntry?> UseAsync(string token, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var used = await ledger.RecordAsync<SignInBook>(
            StreamId.Audit,
            "link:sign-in",
            book => book.Find(token) is { } entry && entry.Opens(now)
                ? [new SignInUsed(entry.Number, now + Duration.FromHours(entry.Hours))]
                : [],
            cancellation);
        return used.Count == 0 ? null : (await BookAsync(cancellation)).Find(token);
    }

    /// <summary>The sign-in with a number; null where nobody is signed in by it now.</summary>
    public async Task<SignInEntry?> LiveAsync(int number, CancellationToken cancellation) =>
        (await BookAsync(cancellation)).Find(number) is { } entry && entry.IsLive(clock.GetCurrentInstant()) ? entry : null;

    /// <summary>Ends a sign-in, for good; ending it again changes nothing.</summary>
    public Task SignOutAsync(int number, CancellationToken cancellation) => ledger.RecordAsync<SignInBook>(
        StreamId.Audit, "link:sign-in", book => book.Find(number) is { Ended: false } ? [new SignedOut(number)] : [], cancellation);

    /// <summary>Ends every sign-in and every link that has not been used. Returns how many there were.</summary>
    public async Task<int> SignOutAllAsync(string by, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var count = 0;
        await ledger.RecordAsync<SignInBook>(
            StreamId.Audit,
            by,
            book =>
            {
                count = book.Entries.Count(x => x.Opens(now) || x.IsLive(now));
                return count > 0 ? [new SignedOut(Number: null)] : [];
            },
            cancellation);
        return count;
    }

    private Task<SignInBook> BookAsync(CancellationToken cancellation) => ledger.LoadAsync<SignInBook>(StreamId.Audit, cancellation);
}
