using System.Text.Json;
using Samverkan.Dispatch;
using Samverkan.Ledger;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

public class ApiTests
{
    private static readonly DeliveryRow Row = new(
        "folkhalsa.2023.00000000000000000000", 7, "folkhalsa", "verksamhetsplan", 2023, DeliveryVersion.Adopted, "region",
        DeliveryState.HandedOver, 2, NodaTime.Instant.FromUtc(2022, 12, 1, 5, 0), NodaTime.Instant.FromUtc(2022, 7, 1, 5, 0, 1), null,
        [DocumentHash.Of([]), DocumentHash.Of([1])]);

    [Fact]
    public void Line_of_a_row_is_one_object_with_Stockholm_time() => Assert.Equal(
        """
        {"id":"folkhalsa.2023.00000000000000000000","agreement":"folkhalsa","obligation":"verksamhetsplan","planYear":2023,"version":"adopted","to":"region","state":"handedOver","attempts":2,"createdAt":"2022-12-01T06:00:00+01:00","handedOverAt":"2022-07-01T07:00:01+02:00","documents":["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"]}
        """.ReplaceLineEndings(""), DeliveryJson.Line(Row));

    [Fact]
    public void Line_has_null_for_what_the_row_does_not_have() => Assert.Equal(
        """
        {"id":"notices.2022.00000000000000000000","agreement":null,"obligation":null,"planYear":null,"version":"notice","to":"region","state":"owed","attempts":0,"createdAt":"2022-12-01T06:00:00+01:00","handedOverAt":null,"documents":[]}
        """.ReplaceLineEndings(""),
        DeliveryJson.Line(Row with
        {
            Id = "notices.2022.00000000000000000000",
            Agreement = null,
            Obligation = null,
            PlanYear = null,
            Version = DeliveryVersion.Notice,
            State = DeliveryState.Owed,
            Attempts = 0,
            HandedOverAt = null,
            Documents = [],
        }));

    [Theory]
    [InlineData("handedOver", true)]
    [InlineData("HandedOver", false)]
    [InlineData("handedover", false)]
    [InlineData("3", false)]
    [InlineData("owed,waiting", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParseState_reads_only_the_names(string? name, bool read) => Assert.Equal(read, DeliveryJson.TryParseState(name, out _));

    [Fact]
    public void Every_state_has_a_name_that_reads_back()
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            Assert.True(DeliveryJson.TryParseState(DeliveryJson.Name(state), out var read));
            Assert.Equal(state, read);
        }
    }

    [Fact]
    public async Task Deliveries_are_listed_page_by_page()
    {
        using var world = new World();
        await Story.PlayAsync(world);

        List<string> ids = [];
        for (string? after = "", address = "/api/deliveries?size=2&notices=true"; after is not null; address = $"/api/deliveries?size=2&notices=true&after={after}")
        {
            using var json = JsonDocument.Parse((await world.GetAsync(address)).Body);
            ids.AddRange(json.RootElement.GetProperty("deliveries").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            after = json.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal(6, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, ids.Count);
    }

    [Theory]
    [InlineData("status=waiting", 1)]
    [InlineData("contact=region", 2)]
    [InlineData("agreement=folkhalsa&planYear=2023", 5)]
    [InlineData("agreement=annat", 0)]
    public async Task Filter_lets_through_what_it_says(string query, int count)
    {
        using var world = new World();
        await Story.PlayAsync(world);

        using var json = JsonDocument.Parse((await world.GetAsync("/api/deliveries?" + query)).Body);

        Assert.Equal(count, json.RootElement.GetProperty("deliveries").GetArrayLength());
    }

    [Theory]
    [InlineData("status=HANDED", "status")]
    [InlineData("size=0", "size")]
    [InlineData("size=1001", "size")]
    [InlineData("after=x", "after")]
    [InlineData("planYear=abc", "planYear")]
    public async Task Filter_that_cannot_be_read_is_refused(string query, string name)
    {
        using var world = new World();

        var reply = await world.GetAsync("/api/deliveries?" + query);

        Assert.Equal(400, reply.Status);
        Assert.Equal(
            $$"""{"code":"query.unreadable","message":"Frågan innehåller värden som inte går att läsa: {{name}}. Rätta dem och fråga igen.","parameters":["{{name}}"]}""",
            reply.Body);
    }
}
