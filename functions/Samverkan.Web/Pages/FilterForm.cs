using Samverkan.Dispatch;

namespace Samverkan.Web.Pages;

/// <summary>The filter of the list, as its form shows it.</summary>
/// <param name="Filter">What is chosen.</param>
/// <param name="States">The states to choose from.</param>
/// <param name="Contacts">The contacts to choose from; the chosen one too where the register no longer has it.</param>
/// <param name="Agreements">The agreements to choose from; the chosen one likewise.</param>
/// <param name="Unread">Names of parameters of the address that could not be read and are not used.</param>
public sealed record FilterForm(
    DeliveryFilter Filter,
    IReadOnlyList<Choice> States,
    IReadOnlyList<Choice> Contacts,
    IReadOnlyList<Choice> Agreements,
    IReadOnlyList<string> Unread)
{
    /// <summary>Whether anything is chosen, so that the list may lack what exists.</summary>
    public bool IsUsed => Filter is not { State: null, Contact: null, Agreement: null, PlanYear: null, Notices: false };
}
