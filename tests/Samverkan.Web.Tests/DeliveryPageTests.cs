using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Web.Pages;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

public class DeliveryPageTests
{
    private static readonly Instant Noon = Instant.FromUtc(2022, 12, 1, 11, 0);

    public static TheoryData<DeliveryState> States => [.. Enum.GetValues<DeliveryState>()];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_state_is_named_and_explained(DeliveryState state)
    {
        var page = await RenderAsync(Made() with { State = state, NextAt = Noon, HandedOverAt = Noon });

        var text = new Reply(200, null!, page).Text;
        var status = text[(text.IndexOf(SwedishWords.Of(state), StringComparison.Ordinal))..text.IndexOf("Uppgifter", StringComparison.Ordinal)];
        Assert.True(status.Length > SwedishWords.Of(state).Length + 30, status);
    }

    [Theory]
    [InlineData(AttemptOutcome.Transient, MailCodes.Unreachable, "Alla försök är gjorda")]
    [InlineData(AttemptOutcome.Transient, MailCodes.OutcomeUnknown, "kan ha fått expedieringen, men det är inte säkert")]
    [InlineData(AttemptOutcome.Interrupted, "host.stopped", "Fråga mottagaren om den har kommit")]
    [InlineData(AttemptOutcome.Permanent, MailCodes.RecipientRefused, "Ta reda på rätt adress")]
    [InlineData(AttemptOutcome.Permanent, "something.new", "something.new")]
    public async Task What_needs_a_person_says_what_to_do_and_promises_no_further_try(AttemptOutcome outcome, string code, string says)
    {
        var attempt = new Attempt(5, Noon, "host:a") { Outcome = outcome, Code = code, EndedAt = Noon };
        var text = new Reply(200, null!, await RenderAsync(Made() with { State = DeliveryState.NeedsPerson, Attempts = [attempt] })).Text;

        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains("försöker inte igen av sig självt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vänta på nästa försök", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_names_are_shown_as_erased_and_unstated_facts_as_unstated()
    {
        var decision = new Decision(null, null, null, null, null);
        var text = new Reply(200, null!, await RenderAsync(Made() with
        {
            Matter = new Matter("Avtalet", null, null, null, decision),
            Documents = [new SentDocument(Ledger.DocumentHash.Of([1]), null, DocumentRef.ExtractPart, 812)],
        })).Text;

        Assert.Contains("namnet är gallrat", text, StringComparison.Ordinal);
        Assert.Contains("Beslutsdag framgår inte", text, StringComparison.Ordinal);
        Assert.Contains("812 byte", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/expediering/")]
    [InlineData("/expediering/x")]
    [InlineData("/expediering/folkhalsa.2023.00000000000000000000")]
    [InlineData("/expediering/register.00000000000000000000")]
    [InlineData("/expediering/folkhalsa.2023.0000000000000000000g")]
    [InlineData("/expediering/..%2F..%2Fregister.json")]
    [InlineData("/expediering/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/expediering/a%01b%0D%0Ac")]
    [InlineData("/avtal/x")]
    [InlineData("/avtal/%C3%A5")]
    [InlineData("/avtal/-")]
    public async Task Id_that_names_nothing_is_not_found_and_is_not_echoed(string address)
    {
        using var world = new World();
        await Story.PlayAsync(world);

        var reply = await world.GetAsync(address);

        Assert.Equal(404, reply.Status);
        Assert.DoesNotContain("script", reply.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Id_of_a_million_characters_is_not_found()
    {
        using var world = new World();

        Assert.Equal(404, (await world.GetAsync("/expediering/" + new string('a', 60_000))).Status);
    }

    [Fact]
    public void Whatever_a_document_says_becomes_text_and_never_markup()
    {
        var tags = Tags("x");
        Prop.ForAll(
            Gen.OneOf(
                ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
                Gen.Elements("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><b>", "-->", "]]>", "&lt;", "\ud800", "\u202eabc\0"))
                .ToArbitrary(),
            text => Tags(text) == tags)
            .Check(Config.QuickThrowOnFailure.WithReplay(1, 1).WithMaxTest(60));
    }

    private static int Tags(string text) => RenderAsync(Made() with
    {
        Matter = new Matter(text, text, 2023, null, new Decision(text, text, text, text, null)),
        Documents = [new SentDocument(Ledger.DocumentHash.Of([1]), text, text, 1)],
        Attempts = [new Attempt(1, Noon, text) { Outcome = AttemptOutcome.Permanent, Code = text, Answer = text, Address = text }],
    }).GetAwaiter().GetResult().Count(letter => letter is '<' or '>');

    private static Delivery Made() => new()
    {
        Id = "folkhalsa.2023.00000000000000000000",
        Version = DeliveryVersion.Draft,
        Contact = ContactId.Parse("region"),
        CreatedAt = Noon,
        Matter = new Matter("Avtalet", "Planen", 2023, null, null),
    };

    private static async Task<string> RenderAsync(Delivery delivery)
    {
        await using var services = new ServiceCollection().AddSamverkanWeb().BuildServiceProvider();
        return await services.GetRequiredService<PageRenderer>().RenderAsync<DeliveryDetailsPage, DeliveryView>(
            new DeliveryView(delivery, "Planen 2023", "Regionen", null, null, null), new Site("Sjöberga kommun", new WebOptions()));
    }
}
