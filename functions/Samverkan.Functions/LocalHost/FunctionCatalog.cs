using System.Reflection;

namespace Samverkan.Functions.LocalHost;

/// <summary>Finds the functions of this program by their attributes, as the Azure Functions host does.</summary>
internal static class FunctionCatalog
{
    /// <summary>Every function, by name.</summary>
    public static IReadOnlyList<FunctionDescriptor> All { get; } =
    [
        .. typeof(FunctionCatalog).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Select(Describe)
            .OfType<FunctionDescriptor>()
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    /// <summary>The functions with one kind of trigger.</summary>
    public static IEnumerable<(FunctionDescriptor Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Attribute =>
        All.Where(f => f.Trigger is TTrigger).Select(f => (f, (TTrigger)f.Trigger));

    private static FunctionDescriptor? Describe(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function) return null;
        var trigger = method.GetParameters()
            .SelectMany(p => p.GetCustomAttributes())
            .FirstOrDefault(a => a is TimerTriggerAttribute or BlobTriggerAttribute or QueueTriggerAttribute or HttpTriggerAttribute);
        return trigger is null
            ? throw new InvalidOperationException($"Function {function.Name} has no trigger.")
            : new FunctionDescriptor(function.Name, method, trigger);
    }
}
