using Samverkan.Agreements;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Stands in for a channel in the demonstration and the simulation: writes what would have been handed over as a file in the
/// outbox, and nothing leaves the machine.
/// </summary>
/// <param name="type">The channel that it stands in for.</param>
/// <param name="outbox">Where it is written.</param>
public sealed class DemoChannel(ChannelType type, IOutbox outbox) : IChannel
{
    /// <inheritdoc/>
    public ChannelType Type => type;

    /// <inheritdoc/>
    public async Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation)
    {
        if (await ParcelCheck.FaultAsync(parcel, cancellation) is { } fault) return fault;
        var documents = parcel.Documents.Select(object (d) => new { part = d.Part, size = d.Size, sha256 = d.Hash.Value });
        var bytes = ParcelJson.Write(ParcelJson.Facts(parcel, parcel.Letter, documents));
        await outbox.WriteAsync($"{parcel.Id}.json", async (output, token) => await output.WriteAsync(bytes, token), cancellation);
        return new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Demo, "Demo: skriven till utkorgen");
    }
}
