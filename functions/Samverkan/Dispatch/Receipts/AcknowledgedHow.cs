namespace Samverkan.Dispatch.Receipts;

/// <summary>How a delivery was confirmed.</summary>
public enum AcknowledgedHow
{
    /// <summary>By the link in the letter: whoever has the letter.</summary>
    Link,

    /// <summary>By one of the municipality's own people, who knows it from the contact.</summary>
    Person,
}
