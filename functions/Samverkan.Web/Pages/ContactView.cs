using Samverkan.Agreements;
using Samverkan.Web.Forms;

namespace Samverkan.Web.Pages;

/// <summary>One contact.</summary>
/// <param name="Contact">The contact, as the register has it now.</param>
/// <param name="Waiting">Its deliveries that wait for a person, newest first; at most 100.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record ContactView(Contact Contact, IReadOnlyList<DeliveryLine> Waiting, int Count)
{
    /// <summary>Why what was posted was not done; null where nothing was.</summary>
    public FormProblem? Problem { get; init; }

    /// <summary>What has just been done, as a sentence; null where nothing has.</summary>
    public string? Done { get; init; }
}
