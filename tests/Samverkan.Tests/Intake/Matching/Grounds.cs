using Samverkan.Agreements;
using Samverkan.Intake.Matching;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;
using Samverkan.Tests.Agreements;

namespace Samverkan.Tests.Intake.Matching;

/// <summary>Registers to match against, and documents to match.</summary>
internal static class Grounds
{
    internal static readonly Register SampleRegister =
        RegisterReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "register.json"))).Register!;

    internal static readonly MatchingGround Sample = new(SampleRegister, []);

    /// <summary>
    /// Agreements that are easily confused: one and its successor with the same titles, two of one kind on other matters,
    /// one with two parts and two obligations, a report.
    /// </summary>
    internal static readonly Register CrowdedRegister = Registers.Read("""
        { "municipality": "Mällby kommun", "inUseFrom": "2021-01-01",
          "contacts": [ { "id": "gr", "name": "GR", "channel": { "type": "folder", "address": "gr" } } ],
          "agreements": [
            { "id": "folkhalsa-2021", "kind": "cooperation", "title": "Avtal om gemensamt folkhälsoarbete", "diaryNumbers": ["KS 2020/17"],
              "from": "2021-01-01", "to": "2024-12-31", "responsible": ["gr"], "obligations": [
                { "id": "verksamhetsplan", "title": "Verksamhetsplan med budget", "titles": ["Verksamhetsplan för det gemensamma folkhälsoarbetet"],
                  "parts": ["plan", "budget"], "due": "--12-01", "planYear": "next", "recipients": ["gr"] },
                { "id": "uppfoljning", "title": "Uppföljning av verksamhetsplanen", "titles": ["Uppföljning av verksamhetsplan för folkhälsoarbetet"],
                  "due": "--02-28", "planYear": "previous", "recipients": ["gr"] } ] },
            { "id": "folkhalsa-2025", "kind": "cooperation", "title": "Avtal om gemensamt folkhälsoarbete", "diaryNumbers": ["KS 2024/88"],
              "from": "2025-01-01", "to": "2028-12-31", "responsible": ["gr"], "obligations": [
                { "id": "verksamhetsplan", "title": "Verksamhetsplan med budget", "titles": ["Verksamhetsplan för det gemensamma folkhälsoarbetet"],
                  "parts": ["plan", "budget"], "due": "--12-01", "planYear": "next", "recipients": ["gr"] } ] },
            { "id": "kris", "kind": "cooperation", "title": "Samverkansavtal krisberedskap", "diaryNumbers": ["2022-31", "A.17"],
              "from": "2022-01-01", "to": "2026-12-31", "responsible": ["gr"], "obligations": [
                { "id": "krisplan", "title": "Årlig plan", "titles": ["Verksamhetsplan krisberedskap"], "due": "--10-15", "planYear": "next", "recipients": ["gr"] },
                { "id": "ovningsplan", "title": "Övningar", "titles": ["Övningsplan krisberedskap"], "due": "--10-15", "planYear": "next", "recipients": ["gr"] } ] },
            { "id": "barn-och-unga", "kind": "cooperation", "title": "Överenskommelse om samverkan kring barn och unga",
              "from": "2023-01-01", "to": "2026-12-31", "responsible": ["gr"], "obligations": [
                { "id": "handlingsplan", "title": "Handlingsplan", "titles": ["Handlingsplan barn och unga"], "due": "--11-15", "planYear": "next", "recipients": ["gr"] } ] },
            { "id": "psykisk-halsa", "kind": "actionPlan", "title": "Handlingsplan psykisk hälsa i Västra Götaland", "diaryNumbers": ["2021.111 KS"],
              "from": "2018-01-01", "to": "2020-12-31", "responsible": ["gr"] } ] }
        """).Register!;

    internal static readonly MatchingGround Crowded = new(CrowdedRegister, []);

    /// <summary>An extract as the reader gives it.</summary>
    internal static MinutesExtract Extract(string? title, string? number = null, int? extendedThrough = null) => new()
    {
        Paragraph = Read("1"),
        Title = title is null ? null : Read(title),
        DiaryNumber = number is null ? null : Read(Number(number)),
        PlanYear = title is not null && PlanYearReader.YearIn(title) is { } year ? Read(year) : null,
        ExtendedThrough = extendedThrough is { } end ? Read(end) : null,
    };

    internal static PlanReading Plan(string title, string? number = null, PlanAdoption? adoption = null, string? part = null) => new()
    {
        Title = Read(title),
        DiaryNumber = number is null ? null : Read(Number(number)),
        PlanYear = PlanYearReader.YearIn(title) is { } year ? Read(year) : null,
        Part = part is null ? null : Read(part),
        Adoption = adoption is null ? null : Read(adoption),
    };

    internal static DiaryNumberLearned Learned(string agreement, string? obligation, int? year, string number) =>
        new(AgreementId.Parse(agreement), obligation is null ? null : ObligationId.Parse(obligation), year, number);

    internal static Reading<T> Read<T>(T value) => new(value, new Place(1, 1, ""));

    /// <summary>Where a document was placed, or the code of why it was not.</summary>
    internal static string Where(this PlacementResult result) => result.Placement is { } at
        ? string.Join('/', new object?[] { at.Agreement, at.Obligation, at.PlanYear }.Where(part => part is not null))
        : result.Unplaced!.Code;

    private static DiaryNumber Number(string printed) => DiaryNumber.TryParse(printed, out var number)
        ? number
        : throw new ArgumentException($"'{printed}' is no diary number.", nameof(printed));
}
