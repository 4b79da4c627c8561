using Samverkan.Ledger;
using Samverkan.Ledger.Proof;

namespace Samverkan.Tests.Ledger;

public sealed class AnchorListTests
{
    private static StreamHead[] Heads(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new StreamHead(StreamId.Parse($"avtal.{2000 + i}"), i + 1, new string((char)('a' + (i % 6)), 64)))];

    [Fact]
    public void The_way_from_every_line_of_lists_of_1_to_70_ends_at_the_root_and_is_no_longer_than_the_tree_is_high()
    {
        for (var count = 1; count <= 70; count++)
        {
            var heads = Heads(count);
            var root = AnchorList.Root(heads);
            for (var i = 0; i < count; i++)
            {
                var path = AnchorList.Path(heads, i);
                Assert.Equal(root, AnchorList.Climb(heads[i], path));
                Assert.InRange(path.Count, 0, (int)Math.Ceiling(Math.Log2(count)));
            }
        }
    }

    [Fact]
    public void The_way_of_one_line_does_not_prove_another_version_hash_or_stream()
    {
        var heads = Heads(5);
        var root = AnchorList.Root(heads);
        var path = AnchorList.Path(heads, 3);

        Assert.NotEqual(root, AnchorList.Climb(heads[3] with { Version = 99 }, path));
        Assert.NotEqual(root, AnchorList.Climb(heads[3] with { Hash = new string('f', 64) }, path));
        Assert.NotEqual(root, AnchorList.Climb(heads[2], path));
        Assert.NotEqual(root, AnchorList.Climb(heads[3], [.. path.Select(s => s with { Left = !s.Left })]));
        Assert.NotEqual(root, AnchorList.Climb(heads[3], [.. path.Skip(1)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xy")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void A_step_that_is_no_hash_proves_nothing(string hash) =>
        Assert.Null(AnchorList.Climb(Heads(1)[0], [new AnchorStep(false, hash)]));
}
