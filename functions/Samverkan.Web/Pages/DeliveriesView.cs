namespace Samverkan.Web.Pages;

/// <summary>The list of deliveries.</summary>
/// <param name="Tiles">How many there are in each state, those that need a person first.</param>
/// <param name="Form">The filter, as the form shows it.</param>
/// <param name="Lines">The page's deliveries, newest first.</param>
/// <param name="Older">The address of the next page; null on the last.</param>
/// <param name="Newest">The address of the first page; null on the first.</param>
/// <param name="Inbox">Where files are dropped; null where no place is named.</param>
public sealed record DeliveriesView(
    IReadOnlyList<StateTile> Tiles,
    FilterForm Form,
    IReadOnlyList<DeliveryLine> Lines,
    string? Older,
    string? Newest,
    string? Inbox)
{
    /// <summary>How many deliveries there are in all, notices left out.</summary>
    public int Total => Tiles.Sum(tile => tile.Count);
}
