namespace Samverkan.Storage.Migration;

/// <summary>A file of the quarantine, as it moves from one store to another.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that it was dropped under, as far as the store kept it.</param>
/// <param name="Reason">Why it lies there.</param>
internal sealed record QuarantinedBlob(string Id, string Name, string Reason);
