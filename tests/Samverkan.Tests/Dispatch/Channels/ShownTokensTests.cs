using Samverkan.Dispatch.Channels;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>What a refused token means for the try.</summary>
public sealed class ShownTokensTests
{
    [Fact]
    public async Task A_token_that_never_worked_is_refused_for_good()
    {
        var shown = new ShownTokens(new ListedTokens("a", "b"));
        Assert.False(shown.IsRefusedAfterWorking(await shown.NextAsync(default)));
        Assert.False(shown.IsRefusedAfterWorking(await shown.NextAsync(default)));
    }

    [Fact]
    public async Task Tries_at_once_with_a_token_that_ends_may_all_come_again_and_get_the_new_one()
    {
        var shown = new ShownTokens(new ListedTokens("a", "b"));
        shown.Works(await shown.NextAsync(default));
        var tries = new[] { await shown.NextAsync(default), await shown.NextAsync(default), await shown.NextAsync(default) };
        Assert.All(tries, token => Assert.True(shown.IsRefusedAfterWorking(token)));
        Assert.Equal("b", (await shown.NextAsync(default)).Value);
    }

    [Fact]
    public async Task A_slow_try_with_the_token_before_the_one_in_use_may_come_again()
    {
        var shown = new ShownTokens(new ListedTokens("a", "b"));
        var first = await shown.NextAsync(default);
        shown.Works(first);
        shown.Works(MailToken.Of("b"));
        Assert.True(shown.IsRefusedAfterWorking(first));
    }

    [Fact]
    public async Task An_issuer_that_has_no_other_makes_the_second_refusal_lasting()
    {
        var shown = new ShownTokens(new ListedTokens("a"));
        shown.Works(await shown.NextAsync(default));
        Assert.True(shown.IsRefusedAfterWorking(await shown.NextAsync(default)));
        Assert.False(shown.IsRefusedAfterWorking(await shown.NextAsync(default)));
    }

    [Fact]
    public async Task A_token_that_is_taken_again_is_not_passed_over()
    {
        var issuer = new ListedTokens("a");
        var shown = new ShownTokens(issuer);
        Assert.False(shown.IsRefusedAfterWorking(await shown.NextAsync(default)));
        shown.Works(await shown.NextAsync(default));
        await shown.NextAsync(default);
        Assert.Equal([null, MailToken.Of("a"), null], issuer.Refused);
    }
}
