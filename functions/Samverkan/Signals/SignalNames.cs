using System.Text.Json;

namespace Samverkan.Signals;

/// <summary>How tags and what they hold are spelled.</summary>
internal static class SignalNames
{
    internal const string Delivery = "samverkan.delivery.id";
    internal const string Stream = "samverkan.stream";
    internal const string Outcome = "outcome";

    /// <summary>The name of an enumeration's value: <c>handed-over</c>.</summary>
    internal static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
