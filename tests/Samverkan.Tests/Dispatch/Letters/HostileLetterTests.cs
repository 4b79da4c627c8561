using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Letters;

public class HostileLetterTests
{
    private const string Script = "<script>alert('x')</script>";
    private static readonly LetterWriter Writer = new(new LetterOptions { PublicUrl = new Uri("https://samverkan.example/a") });

    public static TheoryData<string> Hostile() =>
    [
        Script, "Plan\r\nBcc: alla@example.com", "Plan\n\nReferens: falsk", "\"><img src=x onerror=alert(1)>", "Plan\u202Efdp.exe",
        "Plan\0\u2028ny rad\u0085ny", "\ud800", "", "   ", new('å', 100_000), "&lt;b&gt;", "{0} {{titel}} ${x}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Titles_stay_within_their_line_and_their_element(string title)
    {
        var matter = new Matter(title, title, 2023, null, new Decision(title, title, title, title, null));
        foreach (var version in Enum.GetValues<DeliveryVersion>().Where(v => v is not DeliveryVersion.Notice))
            AssertHarmless(Writer.Write(Sample.Of(version, matter, Sample.Document(title, title, 1)), Sample.Region with { Name = title }, Sample.Register));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_notices_quote_stays_within_its_line_and_its_element(string text)
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var item = new NoticeItem("delivery/" + text, kind)
            {
                Title = text, AgreementTitle = text, WhyMoved = text, Missing = [text], Code = text, DetailText = text,
            };
            AssertHarmless(Writer.Write(Sample.Notice(item), Sample.Strategist, Sample.Register));
        }
    }

    [Fact]
    public void A_line_break_in_a_title_becomes_a_space()
    {
        var matter = Sample.Plan2023 with { ObligationTitle = "Plan\r\nBcc: alla@example.com" };
        var letter = Writer.Write(Sample.Of(DeliveryVersion.Draft, matter, Sample.Plan), Sample.Region, Sample.Register);
        Assert.Equal("UTKAST: Plan Bcc: alla@example.com 2023, Alingsås kommun", letter.Subject);
    }

    [Fact]
    public void Markup_in_a_title_is_text()
    {
        var matter = Sample.Plan2023 with { ObligationTitle = Script };
        var letter = Writer.Write(Sample.Of(DeliveryVersion.Adopted, matter, Sample.Plan), Sample.Region, Sample.Register);
        Assert.Contains("&lt;script&gt;alert(", letter.Html, StringComparison.Ordinal);
    }

    private static void AssertHarmless(Letter letter)
    {
        Assert.InRange(letter.Subject.Length, 8, 405);
        Assert.DoesNotContain(letter.Subject, char.IsControl);
        Assert.DoesNotContain(letter.Text, c => c != '\n' && char.IsControl(c));
        Assert.DoesNotContain(letter.Text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        Assert.Single(letter.Text.Split('\n'), line => line.Contains("Referens: ", StringComparison.Ordinal) && !line.Contains("falsk", StringComparison.Ordinal));
        foreach (var tag in new[] { "<script", "<img", "<b>" })
            Assert.DoesNotContain(tag, letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(letter.Html.Length, 500, 40_000);
        Assert.True(letter.Text.Length < 30_000);
    }
}
