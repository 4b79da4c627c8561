using Samverkan.Dispatch;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Tests.Dispatch.Letters;

public class EnclosuresTests
{
    [Theory]
    [InlineData("Plan 2023.pdf", "Plan 2023.pdf")]
    [InlineData("2022/folkhalsa/Plan.pdf", "Plan.pdf")]
    [InlineData(@"..\..\windows\system.ini", "system.ini")]
    [InlineData("../../", "plan")]
    [InlineData("Plan\r\nContent-Type: text\u002fhtml", "html")]
    [InlineData("Plan\u202Efdp.exe", "Plan fdp.exe")]
    [InlineData("a<b>\"c|.docx", "a_b__c_.docx")]
    [InlineData(".pdf", "pdf")]
    [InlineData("", "plan")]
    [InlineData(null, "plan")]
    public void Names_are_safe(string? dropped, string name) =>
        Assert.Equal([name], Enclosures.Names(DeliveryVersion.Adopted, [Sample.Document(dropped, "plan", 1)]));

    [Fact]
    public void Names_of_a_draft_are_marked() =>
        Assert.Equal(["UTKAST - Plan.pdf"], Enclosures.Names(DeliveryVersion.Draft, [Sample.Document("Plan.pdf", "plan", 1)]));

    [Fact]
    public void Names_that_are_equal_are_numbered() => Assert.Equal(
        ["Plan.pdf", "plan (2).pdf", "Plan (3).pdf", "protokollsutdrag"],
        Enclosures.Names(DeliveryVersion.Adopted,
        [
            Sample.Document("Plan.pdf", "plan", 1), Sample.Document("b/plan.pdf", "budget", 1), Sample.Document("Plan.pdf", "x", 1),
            Sample.Document(null, DocumentRef.ExtractPart, 1),
        ]));

    [Fact]
    public void Names_are_cut_but_keep_their_extension()
    {
        var name = Assert.Single(Enclosures.Names(DeliveryVersion.Draft, [Sample.Document(new string('å', 5000) + ".pdf", "plan", 1)]));
        Assert.EndsWith("….pdf", name, StringComparison.Ordinal);
        Assert.True(name.Length < 140);
    }
}
