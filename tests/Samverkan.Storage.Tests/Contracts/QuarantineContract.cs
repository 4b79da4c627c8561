using System.Text;
using Samverkan.Intake;

namespace Samverkan.Storage.Tests.Contracts;

/// <summary>What every quarantine does. Two calls of Create stand for two hosts on the same storage.</summary>
public abstract class QuarantineContract
{
    protected const string Id = "0123456789abcdef";

    protected abstract IQuarantine Create();

    [ContractFact]
    public async Task A_file_comes_back_whole()
    {
        await Create().PutAsync(Id, "plan.pdf", Content("första"), "Ingen samverkan har det diarienumret.", default);
        Assert.Equal("första", await ReadAsync(Id));
    }

    [ContractFact]
    public async Task What_is_not_there_is_null_and_is_removed_without_a_word()
    {
        Assert.Null(await Create().OpenAsync(Id, default));
        await Create().RemoveAsync(Id, default);
    }

    [ContractFact]
    public async Task The_same_id_again_replaces_the_file_and_its_name()
    {
        await Create().PutAsync(Id, "a.pdf", Content("första"), "x", default);
        await Create().PutAsync(Id, "b.pdf", Content("andra"), "y", default);
        Assert.Equal("andra", await ReadAsync(Id));
    }

    [ContractFact]
    public async Task RemoveAsync_removes_only_that_one()
    {
        await Create().PutAsync(Id, "a.pdf", Content("första"), "x", default);
        await Create().PutAsync("ffffffffffffffff", "a.pdf", Content("andra"), "y", default);
        await Create().RemoveAsync(Id, default);
        Assert.Null(await Create().OpenAsync(Id, default));
        Assert.Equal("andra", await ReadAsync("ffffffffffffffff"));
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("../../x")]
    [InlineData("..")]
    [InlineData("CON.txt")]
    [InlineData("ORSAK.txt")]
    [InlineData("orsak.TXT")]
    [InlineData("reason.txt")]
    [InlineData("a/b\\c:d.pdf")]
    [InlineData("rad\r\nnästa\0\u202efdp.exe")]
    [InlineData("\ud800")]
    [InlineData("   . . ")]
    public async Task Any_name_is_taken(string name)
    {
        await Create().PutAsync(Id, name, Content("innehåll"), "x", default);
        Assert.Equal("innehåll", await ReadAsync(Id));
        await Create().RemoveAsync(Id, default);
        Assert.Null(await Create().OpenAsync(Id, default));
    }

    [ContractTheory]
    [InlineData('x', 300)]
    [InlineData('å', 300)]
    [InlineData('漢', 300)]
    [InlineData('.', 300)]
    [InlineData('x', 100_000)]
    public async Task A_name_of_any_length_is_taken(char letter, int length)
    {
        await Create().PutAsync(Id, new string(letter, length) + ".pdf", Content("innehåll"), "x", default);
        Assert.Equal("innehåll", await ReadAsync(Id));
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("../../../../etc/x")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdef0")]
    public async Task Any_other_id_is_refused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Create().PutAsync(id, "a", Content("x"), "x", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Create().OpenAsync(id, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Create().RemoveAsync(id, default));
    }

    [ContractFact]
    public async Task PutAsync_that_fails_half_way_leaves_what_was_there()
    {
        await Create().PutAsync(Id, "a.pdf", Content("första"), "x", default);
        await Assert.ThrowsAsync<IOException>(() => Create().PutAsync(Id, "a.pdf", new BrokenStream(200_000), "y", default));
        await Assert.ThrowsAsync<IOException>(() => Create().PutAsync("ffffffffffffffff", "a", new BrokenStream(200_000), "y", default));
        Assert.Equal("första", await ReadAsync(Id));
        Assert.Null(await Create().OpenAsync("ffffffffffffffff", default));
    }

    [ContractFact]
    public async Task Two_hosts_that_put_the_same_id_at_once_leave_one_of_the_two()
    {
        IQuarantine[] hosts = [Create(), Create()];
        await Task.WhenAll(Enumerable.Range(0, 10).Select(
            i => Task.Run(() => hosts[i % 2].PutAsync(Id, $"{i}.pdf", Content($"nummer {i}"), "x", default))));
        Assert.StartsWith("nummer ", await ReadAsync(Id), StringComparison.Ordinal);
    }

    protected static Stream Content(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private async Task<string> ReadAsync(string id)
    {
        await using var stream = await Create().OpenAsync(id, default);
        return Encoding.UTF8.GetString(await stream.ReadAllAsync());
    }
}
