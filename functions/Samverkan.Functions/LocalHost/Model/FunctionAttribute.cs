namespace Samverkan.Functions.LocalHost.Model;

/// <summary>Marks a method as a function. Of the same name and shape as the Azure Functions worker's.</summary>
/// <param name="name">The function's name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
