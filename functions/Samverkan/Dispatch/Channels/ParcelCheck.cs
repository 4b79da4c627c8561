using System.Security.Cryptography;

namespace Samverkan.Dispatch.Channels;

/// <summary>A parcel is handed over only when every document is there and is what its hash says.</summary>
internal static class ParcelCheck
{
    /// <summary>Why the parcel cannot be handed over; null where it can.</summary>
    internal static async Task<ChannelResult?> FaultAsync(Parcel parcel, CancellationToken cancellation)
    {
        foreach (var document in parcel.Documents)
        {
            await using var content = await parcel.Open(document.Hash, cancellation);
            if (content is null) return Missing(document);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
            if (hash != document.Hash.Value || content.Length != document.Size) return Changed(document);
        }

        return null;
    }

    internal static ChannelResult Missing(SentDocument document) => new(
        AttemptOutcome.Permanent, MailCodes.DocumentMissing, $"Arkivet saknar {SwedishWords.OfThePart(document.Part)}.");

    internal static ChannelResult Changed(SentDocument document) => new(
        AttemptOutcome.Permanent, MailCodes.DocumentChanged, $"I arkivet är {SwedishWords.OfThePart(document.Part)} inte längre den som togs emot.");
}
