using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.SignIn;

/// <summary>A sign-in link was used, and opens nothing more.</summary>
/// <param name="Number">The sign-in.</param>
/// <param name="Until">When it ends by itself.</param>
[EventName("sign-in-used")]
public sealed record SignInUsed(int Number, Instant Until) : LedgerEvent;
