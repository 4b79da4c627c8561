using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.SignIn;

/// <summary>A person may sign in to the pages once, by a link.</summary>
/// <param name="Number">1 for the first, then one more for each.</param>
/// <param name="TokenHash">The SHA-256 of the link's token, which is stored nowhere.</param>
/// <param name="Name">Whom it is for.</param>
/// <param name="Role">What they may do.</param>
/// <param name="OpensUntil">When the link ends, used or not.</param>
/// <param name="Hours">How long the sign-in lasts from its use.</param>
[EventName("sign-in-issued")]
public sealed record SignInIssued(int Number, DocumentHash TokenHash, Commitment Name, SignInRole Role, Instant OpensUntil, int Hours) : LedgerEvent;
