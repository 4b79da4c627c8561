using System.Text;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

/// <summary>Minutes that are made to be slow: the work grows with the length and no faster, and ends where it must.</summary>
public sealed class HostileMinutesTests
{
    private const int Lines = 60;

    public static TheoryData<string, string, string> Endless => new()
    {
        { "names joined by och", "Expedieras till\n", "x och " },
        { "names joined by samt and commas", "Expedieras till\n", "GR samt a, b och " },
        { "qualifiers", "Expedieras till\nGR\n", "enheten, " },
        { "labels", "Expedieras till\n", "till " },
        { "labels with colons", "Expedieras till\n", "för kännedom: " },
        { "semicolons", "Expedieras till\n", "a; " },
        { "brackets", "Expedieras till\n", "(kopia) (" },
        { "hyphens", "Expedieras till\n", "hälso- och " },
        { "att-clauses", "Beslut\n", "att godkänna, att " },
        { "numbers", "Beslut\n", "1. 2. 3. " },
        { "bodies", "Ärendet\n", "Kommunstyrelsen beslutade den 3 mars 2021, § 12, att ställa sig bakom. " },
        { "dates", "Bakgrund\n", "2021-01-01 den 1 januari " },
        { "memos", "Bakgrund\n", "tjänsteskrivelse av yttrande den " },
        { "extensions", "Beslut\n", "förlänga till och med 2022 till och med " },
        { "diary numbers", "", "KS 2022/1 2022.1 KS " },
        { "signs of paragraphs", "Bakgrund\n", "§ 1 § 2 " },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void Read_what_has_no_end_costs_in_proportion_to_its_length(string what, string heading, string part)
    {
        Assert.NotEmpty(what);
        Cost(Minutes(heading, part, Lines));
        var small = Cost(Minutes(heading, part, Lines));

        var large = Cost(Minutes(heading, part, 4 * Lines));

        Assert.InRange(large / (double)small, 0.5, 6);
    }

    [Fact]
    public void Read_is_refused_when_the_time_is_up()
    {
        using var late = new CancellationTokenSource();
        late.Cancel();

        var reading = MinutesReader.Read(Minutes("Expedieras till\n", "a; ", 10), late.Token);

        Assert.Equal(TextCodes.TooSlow, reading.Refusal?.Code);
        Assert.False(reading.IsMinutes);
    }

    [Fact]
    public void Read_more_recipients_than_minutes_can_have_is_refused()
    {
        var text = "Protokollsutdrag\n\n§ 1 Plan\n\nExpedieras till\n" + string.Join('\n', Enumerable.Range(0, 2_001).Select(i => $"Nämnd {i}"));

        var refusal = MinutesReader.Read(DocumentText.FromString(text)).Refusal;

        Assert.Equal(TextCodes.TooManyEntries, refusal?.Code);
        Assert.StartsWith("Dokumentet ser ut som ett protokoll men har fler", refusal!.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("lägg in de utdrag som gäller var för sig.", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_more_paragraphs_than_minutes_can_have_is_refused()
    {
        var text = "Protokoll\n\n" + string.Concat(Enumerable.Range(1, 5_001).Select(i => $"§ {i} Ärende\n\nBeslut\nNämnden godkänner.\n\n"));

        Assert.Equal(TextCodes.TooManyEntries, MinutesReader.Read(DocumentText.FromString(text)).Refusal?.Code);
    }

    [Fact]
    public void Read_as_many_recipients_as_minutes_may_have_are_all_there()
    {
        var text = "Protokollsutdrag\n\n§ 1 Plan\n\nExpedieras till\n" + string.Join('\n', Enumerable.Range(0, 2_000).Select(i => $"Nämnd {i}"));

        Assert.Equal(2_000, Assert.Single(MinutesReader.Read(DocumentText.FromString(text)).Extracts).Recipients.Count);
    }

    // Lines of eight thousand letters, as a text of one line is read.
    private static DocumentText Minutes(string heading, string part, int lines)
    {
        var text = new StringBuilder("Protokollsutdrag\n\n§ 1 Plan\n\n").Append(heading);
        while (text.Length < lines * 8_000) text.Append(part);
        return DocumentText.FromString(text.ToString());
    }

    // What is allocated grows as the work does, and is the same on every machine.
    private static long Cost(DocumentText text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        MinutesReader.Read(text);
        return Math.Max(GC.GetAllocatedBytesForCurrentThread() - before, 200_000);
    }
}
