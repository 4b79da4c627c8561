using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>A register file was taken into use. Its bytes lie in the archive.</summary>
/// <param name="Number">1 for the first import, then one more for each.</param>
/// <param name="File">The file.</param>
/// <param name="InUseFrom">From which day on occurrences count: what the file says, or the day of the first import.</param>
[EventName("register-imported")]
public sealed record RegisterImported(int Number, DocumentHash File, LocalDate InUseFrom) : LedgerEvent;
