using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Samverkan.Agreements;

/// <summary>
/// Names an agreement for as long as the register lives: a part of its streams' names, of addresses and of calendar UIDs.
/// 1–63 of <c>a-z</c>, <c>0-9</c> and <c>-</c>, not beginning with <c>-</c>. Some words are taken; see <see cref="IsReserved"/>.
/// </summary>
[JsonConverter(typeof(SlugJsonConverter<AgreementId>))]
public readonly record struct AgreementId : IParsable<AgreementId>
{
    private readonly string? slug;

    private AgreementId(string slug) => this.slug = slug;

    /// <summary>The id as text; empty only for the default value, which no reader gives out.</summary>
    public string Value => slug ?? "";

    /// <summary>True for the names of the streams and folders that are not an agreement's: register, inbox, audit, notices.</summary>
    public bool IsReserved => Value is "register" or "inbox" or "audit" or "notices";

    /// <summary>The id that a text spells.</summary>
    /// <exception cref="FormatException">The text is not an id: see <see cref="TryParse(string?, out AgreementId)"/>.</exception>
    public static AgreementId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an id: 1-63 of a-z, 0-9 and '-', not beginning with '-'.");

    /// <summary>True where the text is 1–63 of <c>a-z</c>, <c>0-9</c> and <c>-</c> and does not begin with <c>-</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AgreementId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new AgreementId(text!) : default;
        return valid;
    }

    static AgreementId IParsable<AgreementId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AgreementId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgreementId result) =>
        TryParse(s, out result);

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
