using NodaTime;

namespace Samverkan.Dispatch.Endpoints;

/// <summary>How an endpoint stands in this host, for metrics and health. Another host may know otherwise.</summary>
/// <param name="Endpoint">Which.</param>
/// <param name="Condition">Whether it is used.</param>
/// <param name="LeftAloneUntil">When it is tested next; null unless it is left alone.</param>
/// <param name="UnderWay">Tries that hold a permit now.</param>
/// <param name="PutBack">Deliveries put back untried since the host started, each time counted.</param>
public sealed record EndpointStatus(
    EndpointId Endpoint, EndpointCondition Condition, Instant? LeftAloneUntil, int UnderWay, long PutBack)
{
    /// <summary>
    /// When it was first left alone without a success since, while something more is to go there; null where it works, or
    /// where nothing comes there any more that could show whether it does.
    /// </summary>
    public Instant? FailingSince { get; init; }
}
