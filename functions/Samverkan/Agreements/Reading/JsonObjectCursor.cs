using System.Text.Json;

namespace Samverkan.Agreements.Reading;

/// <summary>An object in the file, whose properties are all known by name and stand there once.</summary>
internal sealed class JsonObjectCursor
{
    private readonly Dictionary<string, JsonCursor> properties = new(StringComparer.Ordinal);

    private JsonObjectCursor(JsonCursor at) => At = at;

    internal JsonCursor At { get; }

    internal static JsonObjectCursor Open(JsonCursor at, JsonElement element, string[] known, ReadingErrors errors)
    {
        var opened = new JsonObjectCursor(at);
        foreach (var property in element.EnumerateObject().TakeWhile(_ => !errors.AreFull))
        {
            if (NameOf(property) is not { } name)
                at.Fail(RegisterErrorCode.UnsafeText, "Ett egenskapsnamn har ett trasigt tecken. Skriv namnet som det är.");
            else if (!known.Contains(name, StringComparer.Ordinal))
                at.Fail(name, RegisterErrorCode.UnknownProperty, Unknown(name, known));
            else if (!opened.properties.TryAdd(name, new JsonCursor(property.Value, JsonPath.Property(at.Path, name), errors)))
                at.Fail(name, RegisterErrorCode.DuplicateProperty, $"\"{name}\" står mer än en gång. Behåll en av dem.");
        }

        return opened;
    }

    /// <summary>The property, or an error that says how to write it.</summary>
    internal JsonCursor? Required(string name, string example)
    {
        if (Optional(name) is { } value) return value;
        At.Fail(name, RegisterErrorCode.MissingProperty, $"\"{name}\" saknas. Lägg till den: \"{name}\": {example}");
        return null;
    }

    internal JsonCursor? Optional(string name) => properties.GetValueOrDefault(name);

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Unknown(string name, string[] known)
    {
        var question = NearMiss.Ask(name, known);
        var remedy = question.Length > 0 ? question : $" Här kan det stå: {string.Join(", ", known)}.";
        return $"Egenskapen {Printable.Quoted(name)} finns inte.{remedy}";
    }
}
