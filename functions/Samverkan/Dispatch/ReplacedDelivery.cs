namespace Samverkan.Dispatch;

/// <summary>A delivery that another has taken the place of.</summary>
/// <param name="Id">The one that is not sent.</param>
/// <param name="By">The one that is.</param>
public sealed record ReplacedDelivery(string Id, string By);
