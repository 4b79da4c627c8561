using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Deadlines.Calendar;

/// <summary>A link to a calendar feed, without its token.</summary>
/// <param name="Number">Names it for people.</param>
/// <param name="TokenHash">The SHA-256 of its token.</param>
/// <param name="Scope">What the feed shows.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="RevokedAt">When it was revoked; null while it works.</param>
public sealed record CalendarLink(int Number, DocumentHash TokenHash, CalendarScope Scope, Instant IssuedAt, Instant? RevokedAt);
