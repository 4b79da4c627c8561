namespace Samverkan.Functions.LocalHost.Model;

/// <summary>Runs a function for each HTTP request. Of the same name and shape as the Azure Functions worker's.</summary>
/// <param name="authLevel">Which key the request must carry.</param>
/// <param name="methods">The verbs.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>Which key the request must carry.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>The verbs.</summary>
    public string[] Methods { get; } = methods;

    /// <summary>The route's pattern.</summary>
    public string? Route { get; set; }
}
