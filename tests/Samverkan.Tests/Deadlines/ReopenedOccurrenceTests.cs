using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Tests.Deadlines;

/// <summary>A fulfilled obligation whose adopted version comes back is not fulfilled, until the contact has it.</summary>
public sealed class ReopenedOccurrenceTests
{
    private static Paper Fulfilled() =>
        new Paper(Cases.Agreement(Cases.Day("2022-01-01"), Cases.Day("2023-12-31"), new AnnualDate(12, 1)), 2023)
            .Plan("2022-11-07 10:00", "plan.pdf", adopted: true).HandOver("2022-11-07 10:01");

    [Fact]
    public void A_bounce_opens_it_again_once_and_a_receipt_fulfils_it_again()
    {
        var paper = Fulfilled();
        Assert.Equal(OccurrenceState.Fulfilled, paper.Status("2022-11-08").State);

        paper.Bounce("2022-11-08 09:00").Sweep("2022-11-08 09:01").Sweep("2022-11-08 09:02");
        Assert.Equal(OccurrenceState.Adopted, paper.Status("2022-11-08").State);

        paper.Acknowledge("2022-11-09 10:00").Sweep("2022-11-09 10:01");
        Assert.Equal(OccurrenceState.Fulfilled, paper.Status("2022-11-09").State);
        Assert.Equal(
            ["2022-11-07 10:01 Fulfilled", "2022-11-08 09:00 Reopened", "2022-11-09 10:00 Fulfilled"],
            paper.Lines().Where(l => l.EndsWith("Fulfilled", StringComparison.Ordinal) || l.EndsWith("Reopened", StringComparison.Ordinal)));
    }

    [Fact]
    public void While_it_is_open_it_is_escalated_as_if_it_had_never_been_fulfilled()
    {
        var reopened = Fulfilled().Bounce("2022-11-08 09:00").Sweep("2022-12-01 00:00").Mornings("2022-12-01", "2022-12-12");
        Assert.Equal(["2022-12-01 00:00 strateg"], reopened.Escalated());

        var mended = Fulfilled().Bounce("2022-11-08 09:00").Acknowledge("2022-11-30 10:00").Sweep("2022-12-01 00:00").Mornings("2022-12-01", "2022-12-12");
        Assert.Empty(mended.Escalated());
    }
}
