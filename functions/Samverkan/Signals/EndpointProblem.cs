using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch.Endpoints;

namespace Samverkan.Signals;

/// <summary>What is said of an endpoint that has failed for so long that somebody must see to it.</summary>
internal static class EndpointProblem
{
    /// <summary>The code of each.</summary>
    public const string Code = "endpoint.dead";

    /// <summary>The problem of an endpoint that is failing.</summary>
    public static HealthProblem Of(EndpointStatus status) => new(
        Code,
        $"Inget har gått fram till {status.Endpoint} sedan {SwedishDate.Minute(status.FailingSince!.Value)}, så den lämnas i fred. Det som ska dit är inte förlorat men väntar. {Remedy(status.Endpoint)}");

    private static string Remedy(EndpointId endpoint) => endpoint.Channel switch
    {
        ChannelType.Email => "Kontrollera mejlservern eller Microsoft Graph och inställningarna Smtp och Mail; svaret står på expedieringarnas sidor. Det som väntar går sedan av sig självt, och det som har stannat skickas igen med resend --failure.",
        ChannelType.Webhook => "Hör med mottagarens it-avdelning om deras system fungerar, och rätta annars webbadressen i registret.",
        ChannelType.Folder => "Kontrollera att mappen finns, går att skriva i och har plats.",
        _ => throw new ArgumentOutOfRangeException(nameof(endpoint), endpoint.Channel, "A channel."),
    };
}
