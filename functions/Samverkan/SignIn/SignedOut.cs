using Samverkan.Ledger;

namespace Samverkan.SignIn;

/// <summary>A sign-in has ended before its time.</summary>
/// <param name="Number">The sign-in; null for all that there were, and every link that had not been used.</param>
[EventName("signed-out")]
public sealed record SignedOut(int? Number) : LedgerEvent;
