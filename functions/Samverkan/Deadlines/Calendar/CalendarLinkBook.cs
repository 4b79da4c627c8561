using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Ledger;

namespace Samverkan.Deadlines.Calendar;

/// <summary>Every link to a calendar feed that has been issued: a state of the stream <c>audit</c>.</summary>
public sealed record CalendarLinkBook : IStreamState<CalendarLinkBook>
{
    /// <summary>The links, oldest first.</summary>
    public ImmutableList<CalendarLink> Links { get; private init; } = [];

    /// <inheritdoc/>
    public static CalendarLinkBook Empty(StreamId stream) => new();

    /// <summary>
    /// The link that a token opens; null where it opens none or the link is revoked. Every link is compared, each in the
    /// same time, so that the time taken tells nothing about how near a guess was.
    /// </summary>
    public CalendarLink? Find(string token)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(token).Value);
        CalendarLink? found = null;
        foreach (var link in Links)
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(link.TokenHash.Value))) found = link;
        return found is { RevokedAt: null } ? found : null;
    }

    /// <inheritdoc/>
    public CalendarLinkBook Apply(RecordedEvent e) => e.Event switch
    {
        CalendarLinkIssued issued => this with
        {
            Links = Links.Add(new CalendarLink(
                issued.Number, issued.TokenHash, new CalendarScope(issued.Agreement, issued.Responsible), e.At, RevokedAt: null)),
        },
        CalendarLinkRevoked revoked => this with
        {
            Links = [.. Links.Select(link => link.Number == revoked.Number ? link with { RevokedAt = link.RevokedAt ?? e.At } : link)],
        },
        _ => this,
    };

    internal static DocumentHash HashOf(string token) => DocumentHash.Of(Encoding.UTF8.GetBytes(token));
}
