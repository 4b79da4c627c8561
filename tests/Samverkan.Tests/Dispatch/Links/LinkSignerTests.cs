using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Ledger;
using Samverkan.Tests.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Links;

public class LinkSignerTests
{
    private const string Id = "folkhalsa-2021.2023.0123456789abcdef0123";
    private static readonly DocumentHash Document = DocumentHash.Of([1]);
    private readonly LinkSigner _signer = new(new Keys(1));

    [Fact]
    public void Sign_again_gives_the_same_token_of_192_bits()
    {
        Assert.Equal(_signer.Receipt(Id), new LinkSigner(new Keys(1)).Receipt(Id));
        Assert.Matches("^[A-Za-z0-9_-]{32}$", _signer.Receipt(Id));
        Assert.Matches("^[A-Za-z0-9_-]{32}$", _signer.Download(Id, Document));
    }

    [Fact]
    public void A_token_opens_what_it_was_made_for_and_nothing_else()
    {
        var (receipt, download) = (_signer.Receipt(Id), _signer.Download(Id, Document));
        Assert.True(_signer.IsReceipt(Id, receipt));
        Assert.True(_signer.IsDownload(Id, Document, download));
        Assert.False(_signer.IsReceipt(Id, download));
        Assert.False(_signer.IsDownload(Id, Document, receipt));
        Assert.False(_signer.IsReceipt(Id[..^1] + "4", receipt));
        Assert.False(_signer.IsDownload(Id, DocumentHash.Of([2]), download));
        Assert.False(_signer.IsReceipt($"{Id}\n{Document}", download));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("å")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_guess_opens_nothing(string? token) => Assert.False(_signer.IsReceipt(Id, token));

    [Fact]
    public void Any_changed_character_closes_the_link()
    {
        var token = _signer.Receipt(Id);
        for (var i = 0; i < token.Length; i++)
            Assert.False(_signer.IsReceipt(Id, $"{token[..i]}{(token[i] == 'x' ? 'y' : 'x')}{token[(i + 1)..]}"));
    }

    [Fact]
    public void The_newest_key_signs_and_every_key_opens()
    {
        var old = _signer.Receipt(Id);
        var rotated = new LinkSigner(new Keys(2, 1));
        Assert.True(rotated.IsReceipt(Id, old));
        Assert.True(rotated.IsReceipt(Id, rotated.Receipt(Id)));
        Assert.NotEqual(old, rotated.Receipt(Id));
        Assert.False(_signer.IsReceipt(Id, rotated.Receipt(Id)));
    }

    [Theory]
    [InlineData("https://samverkan.alingsas.example")]
    [InlineData("https://samverkan.alingsas.example/")]
    [InlineData("https://alingsas.example/samverkan")]
    public void Links_lie_under_the_public_address(string site)
    {
        var links = new DeliveryLinks(new LetterOptions { PublicUrl = new Uri(site) }, _signer);
        Assert.Equal($"{site.TrimEnd('/')}/kvittens/{Id}/{_signer.Receipt(Id)}", links.Receipt(Id)!.AbsoluteUri);
        Assert.Equal(
            $"{site.TrimEnd('/')}/handling/{Id}/{Document}/{_signer.Download(Id, Document)}/plan%20%C3%A5r%3F%232023.pdf",
            links.Download(Id, Document, "plan år?#2023.pdf")!.AbsoluteUri);
    }

    [Fact]
    public void Without_a_public_address_there_are_no_links()
    {
        var links = new DeliveryLinks(new LetterOptions(), _signer);
        Assert.Null(links.Receipt(Id));
        Assert.Null(links.Download(Id, Document, "plan.pdf"));
        Assert.Null(new LetterWriter(new LetterOptions(), links).WriteLinked(Sample.Of(DeliveryVersion.Draft, Sample.Plan2023, Sample.Plan), Sample.Region, Sample.Register));
    }

    internal sealed class Keys(params byte[] newestFirst) : ILinkKeys
    {
        public IReadOnlyList<ReadOnlyMemory<byte>> NewestFirst() =>
            [.. newestFirst.Select(b => (ReadOnlyMemory<byte>)Enumerable.Repeat(b, 32).ToArray())];
    }
}
