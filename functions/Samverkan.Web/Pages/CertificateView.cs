using Samverkan.Dispatch.Certificates;
using Samverkan.Ledger.Proof;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>A certificate to read and print.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="What">What was handed over, in one line.</param>
/// <param name="To">The contact's name.</param>
public sealed record CertificateView(Certificate Certificate, string What, string To)
{
    /// <summary>The facts.</summary>
    public CertifiedDelivery Delivery => Certificate.Delivery;

    /// <summary>The newest entry that the certificate holds.</summary>
    public ProofEntry Newest => Certificate.Proof.Entries[^1];

    /// <summary>The anchor; null until its day.</summary>
    public AnchorProof? Anchor => Certificate.Proof.Anchor;

    /// <summary>Where the delivery stands, in Swedish.</summary>
    public StateWords State => StateWords.Of(Delivery.State);

    /// <summary>Which version, in Swedish.</summary>
    public VersionWords Version => VersionWords.Of(Delivery.Version);
}
