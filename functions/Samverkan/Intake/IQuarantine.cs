namespace Samverkan.Intake;

/// <summary>
/// The port to the quarantine: files that could not be placed, each with its reason, until a person releases or removes
/// them. Putting the same id again replaces it.
/// </summary>
public interface IQuarantine
{
    /// <summary>Keeps a file of any length under an id, durably; the name is kept as far as the store can.</summary>
    /// <param name="id">16 lower-case hexadecimal digits.</param>
    /// <param name="name">The name that it was dropped under; any string.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="reason">Why it lies here and what to do, in Swedish; laid beside it.</param>
    /// <param name="cancellation">Ends the work; nothing half is left.</param>
    Task PutAsync(string id, string name, Stream content, string reason, CancellationToken cancellation);

    /// <summary>Opens a file; null where there is none of that id.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken cancellation);

    /// <summary>Removes a file and its reason; nothing where there is none.</summary>
    Task RemoveAsync(string id, CancellationToken cancellation);
}
