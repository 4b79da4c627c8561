using System.Text.Json;

namespace Samverkan.Agreements.Reading;

/// <summary>
/// A value in the file and where it stands. What cannot be read becomes an error at that place and null to the caller,
/// which goes on: all errors are wanted, not the first.
/// </summary>
internal sealed class JsonCursor(JsonElement element, string path, ReadingErrors errors)
{
    private const int MaxTextLength = 300;

    internal string Path => path;

    internal void Fail(string code, string message) => errors.Add(path, code, message);

    internal void Fail(string property, string code, string message) =>
        errors.Add(JsonPath.Property(path, property), code, message);

    internal JsonObjectCursor? Object(params string[] known) =>
        Is(JsonValueKind.Object, "ett objekt inom { }") ? JsonObjectCursor.Open(this, element, known, errors) : null;

    /// <summary>The entries of a list, one at a time and until nobody would read more errors; none where it is no list.</summary>
    internal IEnumerable<JsonCursor> Items() => Is(JsonValueKind.Array, "en lista inom [ ]")
        ? element.EnumerateArray().TakeWhile(_ => !errors.AreFull)
            .Select((item, index) => new JsonCursor(item, JsonPath.Item(path, index), errors))
        : [];

    /// <summary>The entries of a list that needs one.</summary>
    internal IEnumerable<JsonCursor> SomeItems(string remedy)
    {
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 0)
            Fail(RegisterErrorCode.EmptyList, $"Listan är tom. {remedy}");
        return Items();
    }

    internal bool? Flag()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        Is(JsonValueKind.True, "true eller false, utan citattecken");
        return null;
    }

    /// <summary>A text without white space around it, 1–300 characters that may stand in a name.</summary>
    internal string? Text()
    {
        if (RawText() is not { } raw) return null;
        var text = raw.Trim();
        if (text.Length == 0) Fail(RegisterErrorCode.EmptyText, "Texten är tom. Skriv något eller ta bort egenskapen.");
        else if (text.Length > MaxTextLength)
            Fail(RegisterErrorCode.TooLong, $"Texten är {text.Length} tecken lång. Skriv högst {MaxTextLength}.");
        else if (text.EnumerateRunes().Any(UnsafeText.Is))
            Fail(RegisterErrorCode.UnsafeText, "Texten har radbrytningar, styrtecken eller trasiga tecken. Skriv den på en rad med vanliga tecken.");
        else return text;
        return null;
    }

    /// <summary>A text as it stands, for values that are checked against a form of their own.</summary>
    internal string? RawText()
    {
        if (!Is(JsonValueKind.String, "en text inom citattecken")) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as "\ud800" alone is JSON, but no text.
            Fail(RegisterErrorCode.UnsafeText, "Texten har ett trasigt tecken (ett ensamt surrogat). Skriv tecknet som det är.");
            return null;
        }
    }

    private bool Is(JsonValueKind wanted, string wantedName)
    {
        if (element.ValueKind == wanted) return true;
        Fail(RegisterErrorCode.WrongType, $"Här ska det stå {wantedName}, men det står {NameOf(element.ValueKind)}.");
        return false;
    }

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "ett objekt",
        JsonValueKind.Array => "en lista",
        JsonValueKind.String => "en text",
        JsonValueKind.Number => "ett tal",
        JsonValueKind.Null => "null; ta bort egenskapen om den inte ska ha något värde",
        _ => "true eller false",
    };
}
