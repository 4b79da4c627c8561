namespace Samverkan.Dispatch;

/// <summary>A page of the delivery log.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">What to ask the next page with; null on the last.</param>
public sealed record DeliveryPage(IReadOnlyList<DeliveryRow> Rows, string? Next);
