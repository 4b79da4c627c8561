namespace Samverkan.Dispatch;

/// <summary>Which rows of the delivery log are asked for; every part left null lets all through.</summary>
/// <param name="State">In this state.</param>
/// <param name="Contact">To this contact.</param>
/// <param name="Agreement">Under this agreement.</param>
/// <param name="PlanYear">For this plan year.</param>
/// <param name="Notices">Whether notices to the municipality's own people are listed too.</param>
/// <param name="After">Where the page before ended (<see cref="DeliveryPage.Next"/>); null for the first page.</param>
/// <param name="Size">Rows a page, 1 to 1,000.</param>
public sealed record DeliveryFilter(
    DeliveryState? State = null,
    string? Contact = null,
    string? Agreement = null,
    int? PlanYear = null,
    bool Notices = false,
    string? After = null,
    int Size = 50);
