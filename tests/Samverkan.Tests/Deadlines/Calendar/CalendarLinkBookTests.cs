using System.Text;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines.Calendar;
using Samverkan.Ledger;

namespace Samverkan.Tests.Deadlines.Calendar;

public sealed class CalendarLinkBookTests
{
    private static readonly CalendarLinkIssued First = new(1, Hash("första"), null, null);
    private static readonly CalendarLinkIssued Second = new(2, Hash("andra"), AgreementId.Parse("folkhalsa"), null);

    [Fact]
    public void Find_opens_the_link_of_its_token_alone()
    {
        var book = After(First, Second);

        Assert.Equal(1, book.Find("första")?.Number);
        Assert.Equal(AgreementId.Parse("folkhalsa"), book.Find("andra")?.Scope.Agreement);
        Assert.All(["", "Första", "första ", First.TokenHash.Value, "\0", new string('x', 100_000)], token => Assert.Null(book.Find(token)));
    }

    [Fact]
    public void Find_opens_nothing_once_the_link_is_revoked()
    {
        var book = After(First, Second, new CalendarLinkRevoked(1), new CalendarLinkRevoked(7));

        Assert.Null(book.Find("första"));
        Assert.Equal(2, book.Find("andra")?.Number);
        Assert.Equal(2, book.Links.Count);
    }

    private static CalendarLinkBook After(params LedgerEvent[] events) => events
        .Select((e, i) => new RecordedEvent(StreamId.Audit, i + 1, Instant.FromUnixTimeSeconds(i), "person:test", e))
        .Aggregate(CalendarLinkBook.Empty(StreamId.Audit), (book, e) => book.Apply(e));

    private static DocumentHash Hash(string token) => DocumentHash.Of(Encoding.UTF8.GetBytes(token));
}
