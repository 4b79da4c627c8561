using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Desk;
using Samverkan.Web.Forms;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>One delivery.</summary>
/// <param name="Delivery">The delivery, as the ledger has it.</param>
/// <param name="What">What it hands over, in one line.</param>
/// <param name="To">The contact's name.</param>
/// <param name="Via">The name of the group through which the contact receives; null where it is named itself.</param>
/// <param name="AgreementHref">The address of the agreement's page; null where it belongs to none.</param>
/// <param name="Register">The register as it is now; null where none has been imported.</param>
public sealed record DeliveryView(
    Delivery Delivery, string What, string To, string? Via, string? AgreementHref, Register? Register)
{
    /// <summary>How the extracts that it hands over were read; empty where there are none.</summary>
    public IReadOnlyList<ExtractView> Extracts { get; init; } = [];

    /// <summary>Why what was posted was not done; null where nothing was.</summary>
    public FormProblem? Problem { get; init; }

    /// <summary>The contact in the register; null where it has none.</summary>
    public Contact? Contact => Register?.FindContact(Delivery.Contact);

    /// <summary>What a person may do to it; null where nothing is offered.</summary>
    public DeliveryTools? Tools { get; init; }

    /// <summary>What has just been done to it, as a sentence; null where nothing has.</summary>
    public string? Done { get; init; }

    /// <summary>Whether a value has just been corrected.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Where it stands, in Swedish.</summary>
    public StateWords State => StateWords.Of(Delivery.State);

    /// <summary>Which version, in Swedish.</summary>
    public VersionWords Version => VersionWords.Of(Delivery.Version);

    /// <summary>The newest try; null before the first.</summary>
    public Attempt? Last => Delivery.Attempts is [.., var last] ? last : null;
}
