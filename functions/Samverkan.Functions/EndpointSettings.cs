using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Functions;

/// <summary>Reads the settings named <c>Dispatch:Endpoint…</c>.</summary>
internal static class EndpointSettings
{
    /// <summary>The settings; each that is not set has its default.</summary>
    public static EndpointOptions Read(SettingsReader read)
    {
        var standard = new EndpointOptions();
        return new EndpointOptions
        {
            AtOnce = read.Number("Dispatch:EndpointAtOnce", standard.AtOnce),
            PerMinute = read.Number("Dispatch:EndpointPerMinute", standard.PerMinute),
            FailurePercent = read.Number("Dispatch:EndpointFailurePercent", standard.FailurePercent),
            LeastTries = read.Number("Dispatch:EndpointLeastTries", standard.LeastTries),
            Window = read.Duration("Dispatch:EndpointWindow", standard.Window),
            Break = read.Duration("Dispatch:EndpointBreak", standard.Break),
            UnreadyAfter = read.Duration("Dispatch:EndpointUnreadyAfter", standard.UnreadyAfter),
        };
    }
}
