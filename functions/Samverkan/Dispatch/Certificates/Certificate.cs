using NodaTime;
using Samverkan.Ledger.Proof;

namespace Samverkan.Dispatch.Certificates;

/// <summary>
/// What proves one delivery to somebody who has nothing but this: what was handed over, to whom, every attempt, and the
/// entries of the ledger that say so, chained and under a daily anchor. The facts are a reading of the entries and are
/// checked against them.
/// </summary>
/// <param name="Kind"><see cref="KindName"/>; <see cref="FirstKindName"/> in one that was issued before bounces were stated.</param>
/// <param name="IssuedAt">When it was made; not proven.</param>
/// <param name="Municipality">Who made it; not proven.</param>
/// <param name="ContactName">The contact's name in the register when it was made; not proven, the entries hold its id.</param>
/// <param name="Delivery">The facts.</param>
/// <param name="Proof">The entries and the anchor.</param>
public sealed record Certificate(
    string Kind, Instant IssuedAt, string? Municipality, string? ContactName, CertifiedDelivery Delivery, StreamProof Proof)
{
    /// <summary>What the file calls itself; a later form has another number.</summary>
    public const string KindName = "samverkan-certificate-2";

    /// <summary>What the first form called itself. It states no bounces; one that was issued then still holds.</summary>
    public const string FirstKindName = "samverkan-certificate-1";
}
