namespace Samverkan.Web.Http;

/// <summary>What the parts of a delivery filter are called in an address; null for a part that cannot be asked for.</summary>
internal sealed record QueryNames(
    string Status, string Contact, string Agreement, string PlanYear, string Notices, string After, string? Size);
