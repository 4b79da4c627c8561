using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Samverkan.Agreements;

/// <summary>
/// Names an obligation within its agreement. 1–63 of <c>a-z</c>, <c>0-9</c> and <c>-</c>, not beginning with <c>-</c>.
/// </summary>
[JsonConverter(typeof(SlugJsonConverter<ObligationId>))]
public readonly record struct ObligationId : IParsable<ObligationId>
{
    private readonly string? slug;

    private ObligationId(string slug) => this.slug = slug;

    /// <summary>The id as text; empty only for the default value, which no reader gives out.</summary>
    public string Value => slug ?? "";

    /// <summary>The id that a text spells.</summary>
    /// <exception cref="FormatException">The text is not an id: see <see cref="TryParse(string?, out ObligationId)"/>.</exception>
    public static ObligationId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an id: 1-63 of a-z, 0-9 and '-', not beginning with '-'.");

    /// <summary>True where the text is 1–63 of <c>a-z</c>, <c>0-9</c> and <c>-</c> and does not begin with <c>-</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ObligationId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new ObligationId(text!) : default;
        return valid;
    }

    static ObligationId IParsable<ObligationId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ObligationId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ObligationId result) =>
        TryParse(s, out result);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
