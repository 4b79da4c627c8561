using System.Globalization;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;

namespace Benchmarks;

/// <summary>A channel that answers everything at once, as if it took it unless something else is said; the addresses lie behind as many servers as a busy town may have to do with.</summary>
internal sealed class InstantChannel(AttemptOutcome outcome = AttemptOutcome.HandedOver) : IChannel
{
    private const int Servers = 25;

    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Email;

    /// <inheritdoc/>
    public EndpointId? EndpointOf(Channel address) => EndpointId.Mail(FormattableString.Invariant($"server-{Number(address) % Servers}"), 25);

    /// <inheritdoc/>
    public Task<ChannelResult> SendAsync(Parcel parcel, CancellationToken cancellation) =>
        Task.FromResult(new ChannelResult(outcome, "instant", null) { Endpoint = EndpointHealth.Works });

    // The boards are n-1@, n-2@ and so on.
    private static int Number(Channel board) => int.Parse(board.Address.AsSpan(2, board.Address.IndexOf('@', StringComparison.Ordinal) - 2), CultureInfo.InvariantCulture);
}
