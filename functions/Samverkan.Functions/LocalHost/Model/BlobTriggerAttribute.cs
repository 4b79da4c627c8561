namespace Samverkan.Functions.LocalHost.Model;

/// <summary>Runs a function for each new blob or file. Of the same name and shape as the Azure Functions worker's.</summary>
/// <param name="blobPath">Container or folder and a pattern: <c>inkorg/{name}</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>Container or folder and a pattern.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>How new blobs are found.</summary>
    public BlobTriggerSource Source { get; set; }
}
