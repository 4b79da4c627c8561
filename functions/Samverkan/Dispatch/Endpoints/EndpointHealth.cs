namespace Samverkan.Dispatch.Endpoints;

/// <summary>What a try says about its endpoint, whatever became of the delivery: what the circuit breaker counts.</summary>
public enum EndpointHealth
{
    /// <summary>Nothing: the endpoint was not asked, and what stopped the try need not stop the next.</summary>
    Unknown,

    /// <summary>It answered as it should; that it refused this one recipient or document is no fault of its own.</summary>
    Works,

    /// <summary>It could not be reached, did not answer, or refused everybody, as it does where a setting that all tries share is wrong.</summary>
    Fails,
}
