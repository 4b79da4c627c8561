using System.Text.Json;
using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class IdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("folkhalsa-2021")]
    [InlineData("a-")]
    public void Parse_slug_keeps_it(string slug) => Assert.Equal(slug, AgreementId.Parse(slug).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("A")]
    [InlineData("å")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("../x")]
    public void TryParse_anything_else_is_refused(string? text)
    {
        Assert.False(ObligationId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ContactId.Parse(text!));
    }

    [Fact]
    public void TryParse_is_at_most_63_long()
    {
        Assert.True(ContactId.TryParse(new string('a', 63), out _));
        Assert.False(ContactId.TryParse(new string('a', 64), out _));
    }

    [Fact]
    public void An_id_is_a_string_in_json_and_may_be_a_property_name()
    {
        var ids = new Dictionary<ContactId, AgreementId> { [ContactId.Parse("gr")] = AgreementId.Parse("plan") };
        var json = JsonSerializer.Serialize(ids);
        Assert.Equal("""{"gr":"plan"}""", json);
        Assert.Equal(ids, JsonSerializer.Deserialize<Dictionary<ContactId, AgreementId>>(json));
    }

    [Theory]
    [InlineData("\"Å\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void An_invalid_id_in_json_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ContactId>(json));

    [Theory]
    [InlineData("register", true)]
    [InlineData("inbox", true)]
    [InlineData("audit", true)]
    [InlineData("notices", true)]
    [InlineData("register-2021", false)]
    public void IsReserved_is_true_for_the_systems_own_streams(string id, bool reserved) =>
        Assert.Equal(reserved, AgreementId.Parse(id).IsReserved);

    [Theory]
    [InlineData("Samtliga nämnder", "samtliga-namnder")]
    [InlineData("  Hälso- & sjukvård ", "halso-sjukvard")]
    [InlineData("!!!", null)]
    [InlineData("中文", null)]
    public void Suggest_gives_the_nearest_id(string text, string? id) => Assert.Equal(id, Slug.Suggest(text));
}
