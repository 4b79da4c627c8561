using Samverkan.Dispatch;
using Samverkan.Web.Words;

namespace Samverkan.Web.Links;

/// <summary>What a contact is asked to confirm.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="What">What it hands over, in one line.</param>
/// <param name="To">The contact's name.</param>
/// <param name="Names">The names of its documents, as they were sent.</param>
/// <param name="Problem">What is wrong with what was written; null where nothing is.</param>
/// <param name="Name">The name that was written; null where none was.</param>
public sealed record ReceiptView(
    Delivery Delivery, string What, string To, IReadOnlyList<string> Names, string? Problem, string? Name)
{
    /// <summary>Which version, in Swedish.</summary>
    public VersionWords Version => VersionWords.Of(Delivery.Version);
}
