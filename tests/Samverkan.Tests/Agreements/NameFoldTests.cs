using Samverkan.Agreements;

namespace Samverkan.Tests.Agreements;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("Socialnämnden", "SOCIALNÄMNDEN")]
    [InlineData("Samtliga nämnder", " samtliga\u00A0\r\n nämnder ")]
    [InlineData("Hälso- och sjukvård", "Hälso\u2010 och sjukvård")]
    [InlineData("nämnd", "na\u0308mnd")]
    [InlineData("social\u00ADnämnd", "socialnämnd")]
    public void Fold_what_looks_the_same_is_the_same(string one, string other) => Assert.Equal(NameFold.Fold(one), NameFold.Fold(other));

    [Theory]
    [InlineData("namnd", "nämnd")]
    [InlineData("Hälso- och", "Hälso och")]
    public void Fold_every_letter_counts(string one, string other) => Assert.NotEqual(NameFold.Fold(one), NameFold.Fold(other));

    [Fact]
    public void Fold_broken_text_is_folded_too() => Assert.Equal("a\uFFFDb", NameFold.Fold("A\uD800B"));
}
