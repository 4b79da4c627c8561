using System.Text;
using Samverkan.Intake;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every inbox does. A suite drops files as people do; two calls of Create stand for two hosts.</summary>
public abstract class InboxContract
{
    protected abstract IInbox Create();

    /// <summary>Drops a file, in place of one of that name.</summary>
    protected abstract Task DropAsync(string name, string content);

    /// <summary>Drops a file where one of that name is claimed; false where the store refuses it until the claim has ended.</summary>
    protected virtual async Task<bool> TryDropAsync(string name, string content)
    {
        await DropAsync(name, content);
        return true;
    }

    /// <summary>What lies in the inbox to be seen by people: name and content.</summary>
    protected abstract Task<string?> SeenAsync(string name);

    [ContractFact]
    public async Task An_empty_inbox_lists_nothing()
    {
        Assert.Empty(await Create().ListAsync(default).ToListAsync());
        Assert.Null(await Create().ClaimAsync("plan.pdf", default));
    }

    [ContractFact]
    public async Task A_dropped_file_is_listed_claimed_read_and_completed()
    {
        await DropAsync("ks/2023/Åtgärdsplan § 60.pdf", "innehåll");
        var inbox = Create();
        Assert.Equal(["ks/2023/Åtgärdsplan § 60.pdf"], await inbox.ListAsync(default).ToListAsync());

        await using var claim = await inbox.ClaimAsync("ks/2023/Åtgärdsplan § 60.pdf", default);

        Assert.Equal("ks/2023/Åtgärdsplan § 60.pdf", claim!.Name);
        Assert.Equal("innehåll", await ReadAsync(claim));
        Assert.Equal("innehåll", await ReadAsync(claim));
        Assert.True(await claim.IsUnchangedAsync(default));
        Assert.True(await claim.CompleteAsync(default));
        Assert.Empty(await inbox.ListAsync(default).ToListAsync());
        Assert.Null(await SeenAsync("ks/2023/Åtgärdsplan § 60.pdf"));
    }

    [ContractFact]
    public async Task A_claimed_file_is_neither_listed_nor_claimed_again()
    {
        await DropAsync("a.txt", "a");
        await using var claim = await ClaimAsync(Create(), "a.txt");
        foreach (var host in (IInbox[])[Create(), Create()])
        {
            Assert.Empty(await host.ListAsync(default).ToListAsync());
            Assert.Null(await host.ClaimAsync("a.txt", default));
        }
    }

    [ContractFact]
    public async Task A_claim_that_is_disposed_gives_the_file_back()
    {
        await DropAsync("ks/a.txt", "a");
        var inbox = Create();
        await using (var claim = await ClaimAsync(inbox, "ks/a.txt")) await ReadAsync(claim);

        Assert.Equal("a", await SeenAsync("ks/a.txt"));
        Assert.Equal(["ks/a.txt"], await Create().ListAsync(default).ToListAsync());
        await using var again = await ClaimAsync(inbox, "ks/a.txt");
        Assert.Equal("a", await ReadAsync(again));
    }

    [ContractFact]
    public async Task The_same_name_dropped_while_the_first_is_claimed_is_another_file()
    {
        await DropAsync("a.txt", "första");
        var inbox = Create();
        bool dropped;
        await using (var first = await ClaimAsync(inbox, "a.txt"))
        {
            dropped = await TryDropAsync("a.txt", "andra");
            Assert.Equal("första", await ReadAsync(first));
            Assert.True(await first.CompleteAsync(default));
        }

        if (!dropped) await DropAsync("a.txt", "andra");
        await using var second = await ClaimAsync(inbox, "a.txt");
        Assert.Equal("andra", await ReadAsync(second));
        Assert.True(await second.CompleteAsync(default));
    }

    [ContractFact]
    public async Task A_file_given_back_waits_for_the_one_that_took_its_name()
    {
        await DropAsync("a.txt", "första");
        var inbox = Create();
        bool dropped;
        await using (var first = await ClaimAsync(inbox, "a.txt")) dropped = await TryDropAsync("a.txt", "andra");

        var read = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var claim = await ClaimAsync(inbox, "a.txt");
            read.Add(await ReadAsync(claim));
            Assert.True(await claim.CompleteAsync(default));
            if (!dropped) await DropAsync("a.txt", "andra");
            dropped = true;
        }

        Assert.Equal(["andra", "första"], read.Order(StringComparer.Ordinal));
        Assert.Empty(await inbox.ListAsync(default).ToListAsync());
    }

    [ContractFact]
    public async Task Of_many_who_claim_at_once_one_gets_the_file()
    {
        IInbox[] hosts = [Create(), Create()];
        for (var round = 0; round < 10; round++)
        {
            await DropAsync("a.txt", $"{round}");
            foreach (var host in hosts) await host.ListAsync(default).ToListAsync();
            var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => hosts[i % 2].ClaimAsync("a.txt", default))));
            var claim = Assert.Single(claims, c => c is not null);
            Assert.Equal($"{round}", await ReadAsync(claim!));
            Assert.True(await claim!.CompleteAsync(default));
        }
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("..")]
    [InlineData("../utanför.txt")]
    [InlineData("ks/../../utanför.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("ks//a.txt")]
    [InlineData("./a.txt")]
    [InlineData("a\0b")]
    [InlineData(".claimed")]
    public async Task ClaimAsync_of_a_name_that_is_no_file_of_the_inbox_is_null(string name)
    {
        await DropAsync("a.txt", "a");
        await DropAsync("ks/a.txt", "a");
        Assert.Null(await Create().ClaimAsync(name, default));
        Assert.Equal("a", await SeenAsync("a.txt"));
    }

    /// <summary>Claims a file that is there.</summary>
    protected internal static async Task<IInboxClaim> ClaimAsync(IInbox inbox, string name)
    {
        Assert.Contains(name, await inbox.ListAsync(default).ToListAsync());
        return (await inbox.ClaimAsync(name, default))!;
    }

    protected internal static async Task<string> ReadAsync(IInboxClaim claim)
    {
        await using var stream = await claim.OpenAsync(default);
        return Encoding.UTF8.GetString(await stream.ReadAllAsync());
    }
}
