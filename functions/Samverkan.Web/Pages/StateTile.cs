using Samverkan.Dispatch;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>How many deliveries are in a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Count">How many.</param>
/// <param name="Href">The address of the list of them.</param>
/// <param name="IsShown">Whether that is the list that is shown.</param>
public sealed record StateTile(DeliveryState State, int Count, string Href, bool IsShown)
{
    /// <summary>The state in Swedish.</summary>
    public StateWords Words => StateWords.Of(State);
}
