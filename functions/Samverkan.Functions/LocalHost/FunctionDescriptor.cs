using System.Reflection;

namespace Samverkan.Functions.LocalHost;

/// <summary>A function that was found: its name, its method and the attribute of its trigger.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">An instance method of a public class.</param>
/// <param name="Trigger">The attribute on its first bound parameter.</param>
internal sealed record FunctionDescriptor(string Name, MethodInfo Method, Attribute Trigger);
