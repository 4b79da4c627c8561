using System.Text;
using Microsoft.AspNetCore.Http;
using Samverkan.Ledger;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>A document is fetched by its link.</summary>
public class DocumentLinkTests
{
    private const string Content = "Verksamhetsplan folkhälsa 2023.pdf"; // The world makes hashes of names.

    [Fact]
    public async Task The_document_is_saved_under_its_own_name_whatever_the_address_says()
    {
        using var world = new World();
        var address = await AddressAsync(world);

        var reply = await world.GetAsync(address + "/elak.html");

        Assert.Equal((200, Content), (reply.Status, reply.Body));
        Assert.Equal("application/pdf", reply.Headers.ContentType);
        Assert.StartsWith("attachment;", reply.Headers.ContentDisposition, StringComparison.Ordinal);
        Assert.Contains("UTKAST%20-%20Verksamhetsplan%20folkh%C3%A4lsa%202023.pdf", reply.Headers.ContentDisposition, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-store"), (reply.Headers.XContentTypeOptions.ToString(), reply.Headers.CacheControl.ToString()));
    }

    [Fact]
    public async Task A_range_and_a_head_are_answered_as_such()
    {
        using var world = new World();
        var address = await AddressAsync(world);

        var range = await world.GetAsync(address + "/x", change: c => c.Request.Headers.Range = "bytes=4-9");
        var head = await world.GetAsync(address + "/x", "HEAD");

        Assert.Equal((206, Content[4..10]), (range.Status, range.Body));
        Assert.Equal((200, "", (long?)Encoding.UTF8.GetByteCount(Content)), (head.Status, head.Body, head.Headers.ContentLength));
    }

    [Fact]
    public async Task An_erased_document_is_gone_and_says_so()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];
        var hash = DocumentHash.Of(Encoding.UTF8.GetBytes(Content));

        var reply = await world.GetAsync($"/handling/{id}/{hash}/{world.Signer.Download(id, hash)}/x");

        Assert.Equal(410, reply.Status);
        Assert.Contains("Den har gallrats", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_what_the_hash_says_are_never_sent()
    {
        using var world = new World();
        var address = await AddressAsync(world);
        world.Archive.Damage(DocumentHash.Of(Encoding.UTF8.GetBytes(Content)));

        var reply = await world.GetAsync(address + "/x");

        Assert.Equal(500, reply.Status);
        Assert.DoesNotContain("Verksamhetsplan", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_else_is_opened_by_a_token()
    {
        using var world = new World();
        var id = (await Story.PlayAsync(world))["draft"];
        var other = (await world.Archive.PutAsync(new MemoryStream("hemligt"u8.ToArray()), 100, default))!.Hash;
        var hash = DocumentHash.Of(Encoding.UTF8.GetBytes(Content));
        var token = world.Signer.Download(id, hash);

        foreach (var address in (string[])
            [
                $"/handling/{id}/{other}/{token}/x",
                $"/handling/{id}/{other}/{world.Signer.Download(id, other)}/x",
                $"/handling/{id}/{hash}/{world.Signer.Receipt(id)}/x",
                $"/handling/{id}/{hash.Value.ToUpperInvariant()}/{token}/x",
                $"/handling/x/{hash}/{token}/x",
            ])
            Assert.Equal(404, (await world.GetAsync(address)).Status);
        Assert.Equal(405, (await world.GetAsync($"/handling/{id}/{hash}/{token}/x", HttpMethods.Post)).Status);
    }

    private static async Task<string> AddressAsync(World world)
    {
        var id = (await Story.PlayAsync(world))["draft"];
        var hash = (await world.Archive.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(Content)), 1000, default))!.Hash;
        return $"/handling/{id}/{hash}/{world.Signer.Download(id, hash)}";
    }
}
