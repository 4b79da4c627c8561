using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Samverkan.Functions.LocalHost;

/// <summary>Calls functions: makes an instance in a scope of its own and binds the parameters by type.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes)
{
    /// <summary>Calls a function and returns its answer; null where it has none.</summary>
    /// <param name="function">Which.</param>
    /// <param name="bindings">The values that its trigger gives, each found by its parameter's type.</param>
    /// <param name="cancellation">Bound where the function asks for it.</param>
    public async Task<object?> InvokeAsync(FunctionDescriptor function, object[] bindings, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
        object[] arguments = [.. function.Method.GetParameters().Select(p => Bind(function, p, bindings, cancellation))];
        var answer = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (answer is not Task task) return answer;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    private static object Bind(FunctionDescriptor function, ParameterInfo parameter, object[] bindings, CancellationToken cancellation) =>
        parameter.ParameterType == typeof(CancellationToken)
            ? cancellation
            : bindings.FirstOrDefault(parameter.ParameterType.IsInstanceOfType)
                ?? throw new InvalidOperationException($"Function {function.Name} asks for {parameter.Name}, which its trigger does not give.");
}
