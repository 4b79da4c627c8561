using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Channels;

/// <summary>What a channel is given to hand over.</summary>
/// <param name="Id">The delivery's id: the same at every try.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Channel">The channel and address to use.</param>
/// <param name="Letter">The covering letter, or the notice.</param>
/// <param name="CreatedAt">When it became owed: the date of the letter, the same at every try.</param>
/// <param name="Documents">What goes with it.</param>
/// <param name="Open">Opens a document's bytes; null where the archive has lost it.</param>
public sealed record Parcel(
    string Id,
    Contact To,
    Channel Channel,
    Letter Letter,
    Instant CreatedAt,
    IReadOnlyList<SentDocument> Documents,
    Func<DocumentHash, CancellationToken, Task<Stream?>> Open)
{
    /// <summary>What it is about, for recipients that are programs; null for a notice.</summary>
    public Matter? Matter { get; init; }

    /// <summary>The letter with links in the documents' place, or words on how to get them, for where they are too large; null where it would have neither.</summary>
    public Letter? LinkedLetter { get; init; }
}
