using System.Reflection;

namespace Samverkan.Tests.Support;

/// <summary>A port as a host sees it that may die before any call.</summary>
/// <typeparam name="TPort">The port.</typeparam>
internal class MortalPort<TPort> : DispatchProxy
    where TPort : class
{
    private Port _port;
    private TPort _real = null!;
    private Death _death = null!;

    internal static TPort Of(Port port, TPort real, Death? death)
    {
        if (death is null) return real;
        object mortal = Create<TPort, MortalPort<TPort>>();
        var proxy = (MortalPort<TPort>)mortal;
        (proxy._port, proxy._real, proxy._death) = (port, real, death);
        return (TPort)mortal;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        // What a property says is in the host's own memory.
        if (!targetMethod!.IsSpecialName) _death.Check(_port);
        return targetMethod.Invoke(_real, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
