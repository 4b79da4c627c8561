using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class DiaryNumberTests
{
    [Theory]
    [InlineData("2022.529 KS", "KS 2022/529")]
    [InlineData("KS 2022.529", "KS 2022/529")]
    [InlineData("KS 2023/00214", "KS 2023/214")]
    [InlineData("KS2023/214", "KS 2023/214")]
    [InlineData("KS-2023/214", "KS 2023/214")]
    [InlineData("KS/2023:214", "KS 2023/214")]
    [InlineData("Ks 23/214", "KS 2023/214")]
    [InlineData("23KS214", "KS 2023/214")]
    [InlineData("2023KS00214", "KS 2023/214")]
    [InlineData("214/23 KS", "KS 2023/214")]
    [InlineData("00322/2026", "2026/322")]
    [InlineData("SN 2024-118", "SN 2024/118")]
    [InlineData("Dnr: SN 2024-118", "SN 2024/118")]
    [InlineData("Diarienummer 00322/2026", "2026/322")]
    [InlineData("KS 2023/214-041", "KS 2023/214")]
    [InlineData("KS 2023/214 041", "KS 2023/214")]
    [InlineData("BUN-24-7", "BUN 2024/7")]
    [InlineData("2023-00045 KS 012", "KS 2023/45")]
    [InlineData("KS 2022/01234-1.3.2", "KS 2022/1234")]
    [InlineData("Dnr KS 2022-00543 1.1.3.1", "KS 2022/543")]
    [InlineData("Dnr 2.6.1-345/2023", "2023/345")]
    [InlineData("Diarienummer: N161-0234/23", "N161 2023/234")]
    [InlineData("KSK-2025-12", "KSK 2025/12")]
    public void TryParse_forms_that_mean_one_case_have_one_normal_form(string printed, string normalized)
    {
        Assert.True(DiaryNumber.TryParse(printed, out var number));
        Assert.Equal(normalized, number.Normalized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2018-2022")]
    [InlineData("2023-11-20")]
    [InlineData("den 20 november 2023")]
    [InlineData("År 2023/24")]
    [InlineData("KS")]
    [InlineData("Verksamhetsplan KS 2023/214")]
    [InlineData("KS 2023/214 och mer")]
    [InlineData("99999999999/2023")]
    public void TryParse_anything_else_is_no_diary_number(string? text) => Assert.False(DiaryNumber.TryParse(text, out _));

    [Fact]
    public void Equality_ignores_print_and_order()
    {
        var one = Number("2022.529 KS");
        var other = Number("KS 2022/00529");

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("2022.529 KS", one.Printed);
    }

    [Fact]
    public void Matches_lets_one_side_leave_out_the_letters()
    {
        var bare = Number("2022/529");
        var board = Number("KS 2022/529");
        var otherBoard = Number("SN 2022/529");

        Assert.True(bare.Matches(board));
        Assert.False(board.Matches(otherBoard));
        Assert.NotEqual(bare, board);
    }

    private static DiaryNumber Number(string text) => DiaryNumber.TryParse(text, out var number) ? number
        : throw new ArgumentException(text, nameof(text));
}
