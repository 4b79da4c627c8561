namespace Samverkan.Dispatch.Endpoints;

/// <summary>Whether an endpoint is used.</summary>
public enum EndpointCondition
{
    /// <summary>It is used.</summary>
    InUse,

    /// <summary>It has failed too often and is left alone; nothing is tried.</summary>
    LeftAlone,

    /// <summary>It has been left alone long enough, and one try at a time tests it.</summary>
    Tested,
}
