using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Samverkan.Agreements;

/// <summary>
/// Names a contact or a group of contacts; they share one space, so that a recipient may be either.
/// 1–63 of <c>a-z</c>, <c>0-9</c> and <c>-</c>, not beginning with <c>-</c>.
/// </summary>
[JsonConverter(typeof(SlugJsonConverter<ContactId>))]
public readonly record struct ContactId : IParsable<ContactId>
{
    private readonly string? slug;

    private ContactId(string slug) => this.slug = slug;

    /// <summary>The id as text; empty only for the default value, which no reader gives out.</summary>
    public string Value => slug ?? "";

    /// <summary>The id that a text spells.</summary>
    /// <exception cref="FormatException">The text is not an id: see <see cref="TryParse(string?, out ContactId)"/>.</exception>
    public static ContactId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an id: 1-63 of a-z, 0-9 and '-', not beginning with '-'.");

    /// <summary>True where the text is 1–63 of <c>a-z</c>, <c>0-9</c> and <c>-</c> and does not begin with <c>-</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContactId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new ContactId(text!) : default;
        return valid;
    }

    static ContactId IParsable<ContactId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ContactId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ContactId result) =>
        TryParse(s, out result);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
