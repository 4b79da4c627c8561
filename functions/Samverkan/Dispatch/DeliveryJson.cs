using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch;

/// <summary>The form that the command line's <c>deliveries --json</c> and the web's API give a row of the delivery log.</summary>
public static class DeliveryJson
{
    // The plus sign of an offset as it is; ids, names and times hold nothing that needs escaping.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenDictionary<string, DeliveryState> StatesByName =
        Enum.GetValues<DeliveryState>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    /// <summary>The names that <see cref="TryParseState"/> reads, in the order of the states.</summary>
    public static IReadOnlyList<string> StateNames { get; } = [.. Enum.GetValues<DeliveryState>().Select(Name)];

    /// <summary>
    /// One object on one line without line end: <c>{id, agreement, obligation, planYear, version, to, state, attempts,
    /// createdAt, handedOverAt, documents}</c>. Every property is there; what the row does not have is null. Times are
    /// ISO 8601 in Stockholm's time with its offset; documents are SHA-256 in hexadecimal.
    /// </summary>
    public static string Line(DeliveryRow row) => JsonSerializer.Serialize(new
    {
        id = row.Id,
        agreement = row.Agreement,
        obligation = row.Obligation,
        planYear = row.PlanYear,
        version = Name(row.Version),
        to = row.Contact,
        state = Name(row.State),
        attempts = row.Attempts,
        createdAt = Time(row.CreatedAt),
        handedOverAt = row.HandedOverAt is { } at ? Time(at) : null,
        documents = row.Documents.Select(hash => hash.Value),
    }, Options);

    /// <summary>The name of a state: <c>handedOver</c>.</summary>
    public static string Name(DeliveryState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>The name of a version: <c>draft</c>.</summary>
    public static string Name(DeliveryVersion version) => JsonNamingPolicy.CamelCase.ConvertName(version.ToString());

    /// <summary>The state that a name of <see cref="StateNames"/> spells; false for anything else, a number too.</summary>
    public static bool TryParseState([NotNullWhen(true)] string? name, out DeliveryState state)
    {
        state = default;
        return name is not null && StatesByName.TryGetValue(name, out state);
    }

    private static string Time(Instant instant) => OffsetDateTimePattern.Rfc3339.Format(Stockholm.In(instant).ToOffsetDateTime());
}
