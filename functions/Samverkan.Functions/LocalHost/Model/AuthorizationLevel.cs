namespace Samverkan.Functions.LocalHost.Model;

/// <summary>Which key a request must carry. Of the same name as the Azure Functions worker's, with the one level that is used.</summary>
public enum AuthorizationLevel
{
    /// <summary>None: the site decides itself who may do what.</summary>
    Anonymous,
}
