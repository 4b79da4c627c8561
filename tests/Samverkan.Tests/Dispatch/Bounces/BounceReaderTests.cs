using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Links;
using Samverkan.Tests.Dispatch.Links;

namespace Samverkan.Tests.Dispatch.Bounces;

public class BounceReaderTests
{
    private const string Id = "folkhalsa-2021.2023.0123456789abcdef0123";
    private static readonly LinkSigner Signer = new(new LinkSignerTests.Keys(1));
    private static readonly string Address = new ReturnAddresses(new MailOptions { BounceAddress = "studs@kommun.example" }, Signer).Of(Id)!.ToString();

    [Fact]
    public void The_return_address_is_signed_and_fits_a_local_part()
    {
        Assert.Matches(@"^studs\+b-0123456789abcdef0123-[a-z2-7]{16}@kommun\.example$", Address);
        var longest = new ReturnAddresses(new MailOptions { BounceAddress = $"{new string('s', 24)}@kommun.example" }, Signer).Of(Id)!;
        Assert.Equal(64, longest.LocalPart.Length);
        Assert.Null(new ReturnAddresses(new MailOptions(), Signer).Of(Id));
        Assert.NotEqual(Signer.Bounce("0123456789abcdef0123"), Signer.Bounce("0123456789abcdef0124"));
        Assert.True(new LinkSigner(new LinkSignerTests.Keys(2, 1)).IsBounce("0123456789abcdef0123", Signer.Bounce("0123456789abcdef0123")));
    }

    [Theory]
    [InlineData("To")]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Original-Recipient")]
    public void A_failure_names_its_delivery_whatever_header_has_the_address_and_in_any_case(string header)
    {
        var failed = Assert.IsType<BounceReading.Failed>(Read(Reports.Of($"<{Address.ToUpperInvariant()}>", header: header)));
        Assert.Equal(("0123456789abcdef0123", "region@region.example", "mail.bounced"), (failed.Digits, failed.Recipient, failed.Code));
        Assert.Equal("5.1.1 smtp; 550 5.1.1 No such user", failed.Answer);
    }

    [Fact]
    public void A_mail_system_that_gave_up_after_trying_has_failed_too() =>
        Assert.Equal("mail.bounced-expired", Assert.IsType<BounceReading.Failed>(Read(Reports.Of(Address, status: "4.4.1"))).Code);

    [Theory]
    [InlineData("delayed")]
    [InlineData("delivered")]
    [InlineData("relayed")]
    [InlineData("expanded")]
    public void What_is_no_failure_is_noted(string action) => Assert.Equal(new BounceReading.Noted(action), Read(Reports.Of(Address, action, "4.0.0")));

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "text/plain")]
    [InlineData("Precedence: bulk", "text/plain")]
    [InlineData("X-Autoreply: yes", "text/plain")]
    [InlineData("X-A: b", "multipart/report; report-type=disposition-notification; boundary=b")]
    public void Automatic_answers_change_nothing(string header, string type) =>
        Assert.Equal(new BounceReading.Noted("automatic"), Read(Reports.Message(Address, header, type)));

    [Fact]
    public void A_forged_or_missing_signature_names_no_delivery()
    {
        var forged = Address.Replace("-", "-", StringComparison.Ordinal)[..^("@kommun.example".Length + 1)] + (Address[^16] == 'a' ? "b" : "a") + "@kommun.example";
        Assert.True(Assert.IsType<BounceReading.Strange>(Read(Reports.Of(forged))).IsForged);
        Assert.False(Assert.IsType<BounceReading.Strange>(Read(Reports.Message("studs@kommun.example"))).IsForged);
        Assert.False(Assert.IsType<BounceReading.Strange>(Read(Reports.Message(Address, "Auto-Submitted: no"))).IsForged);
    }

    [Fact]
    public void Any_cut_and_any_bytes_are_read_without_a_fault()
    {
        var whole = Reports.Of(Address);
        for (var length = 0; length < whole.Length; length += 7) Assert.NotNull(Read(whole[..length]));
        var random = new Random(17);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[i * 10];
            random.NextBytes(bytes);
            Assert.IsType<BounceReading.Strange>(Read(bytes));
        }
    }

    private static BounceReading Read(byte[] eml) => BounceReader.Read(eml, Signer);
}
