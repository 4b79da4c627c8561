namespace Samverkan.Functions.LocalHost.Model;

/// <summary>How new blobs are found. Of the same names as the Azure Functions worker's; the embedded host always looks itself.</summary>
public enum BlobTriggerSource
{
    /// <summary>By reading the storage's logs and scanning.</summary>
    LogsAndContainerScan,

    /// <summary>By events that the storage sends.</summary>
    EventGrid,
}
