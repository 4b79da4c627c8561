using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Tests.Deadlines;

namespace Samverkan.Tests.Intake.Matching;

public sealed class MatchingPropertyTests
{
    private static readonly LocalDate Today = new(2022, 12, 20);

    private static readonly (string Name, ContactId Id, RecipientKind Kind)[] Named =
    [
        .. Grounds.SampleRegister.Contacts.SelectMany(contact => contact.Aliases.Prepend(contact.Name).Select(name => (name, contact.Id, RecipientKind.Contact))),
        .. Grounds.SampleRegister.Groups.SelectMany(group => group.Aliases.Prepend(group.Name).Select(name => (name, group.Id, RecipientKind.Group))),
    ];

    private static readonly string[] Pieces =
    [
        "Verksamhetsplan", "verksamhetsplan", "handlingsplan", "budget", "plan", "folkhälsa", "och", "social", "hållbarhet", "krisberedskap", "Uppföljning av",
        "2023", "2024", "2025", "2021–2024", "2022-10-27", "/", "\\", "..", ".pdf", "-", "_", " ", "folkhalsa-2021", "psykisk-halsa", "psykisk hälsa", "fastställd", "ej antagen",
        "utkast", "§", "2022.529 KS", "\r\n", "\0", "\uD800", "\u202E", "a\u030A", "Västra Götaland", "förlängning", "barn och unga", "gr", "KS 2020/17",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(0, 12).SelectMany(count => Gen.Elements(Pieces).ListOf(count)).Select(pieces => string.Join(' ', pieces)),
        Gen.Choose(0, 6).SelectMany(count => Gen.Elements(Pieces).ListOf(count)).Select(string.Concat));

    private static readonly Gen<string?> AnyNumber = Gen.Elements(null, "2022.529 KS", "KS 2020/17", "2021/111", "SN 2021/111", "KS 2019/1");

    private static readonly Gen<MatchingGround> AnyGround = Gen.Elements(Grounds.Sample, Grounds.Crowded);

    private static readonly Gen<((string Name, ContactId Id, RecipientKind Kind) Known, string Printed)> Reprinted =
        from known in Gen.Elements(Named)
        from changes in Gen.Choose(0, 6).ListOf(known.Name.Length)
        select (known, string.Concat(known.Name.Select((letter, i) => Reprint(letter, changes[i]))));

    private static readonly Gen<(string Name, string Misprint)> Misprinted =
        from known in Gen.Elements(Named)
        from at in Gen.Choose(0, known.Name.Length - 1)
        from letter in Gen.Elements("abcdefghijklmnopqrtuvwxyzåäöé".ToCharArray())
        from change in Gen.Choose(0, 2)
        select (known.Name, change switch
        {
            0 => known.Name.Remove(at, 1),
            1 => known.Name.Insert(at, letter.ToString()),
            _ => known.Name.Remove(at, 1).Insert(at, letter.ToString()),
        });

    [Fact]
    public void An_extract_of_any_words_is_placed_where_there_is_a_place_or_waits_with_a_reason() => Properties.Hold(
        from title in AnyText from number in AnyNumber from ground in AnyGround from extended in Gen.Elements(null, (int?)2022) select (title, number, ground, extended),
        given => Judge(ExtractMatcher.Place(Grounds.Extract(given.title, given.number, given.extended), given.ground), given.ground));

    [Fact]
    public void A_plan_of_any_name_and_words_is_placed_where_there_is_a_place_or_waits_with_a_reason() => Properties.Hold(
        from title in AnyText from number in AnyNumber from path in AnyText from ground in AnyGround select (title, number, path, ground),
        given =>
        {
            var result = PlanMatcher.Place(given.title.Length == 0 ? null : Grounds.Plan(given.title, given.number), given.path, given.ground, Today);
            Judge(result, given.ground);
            if (!result.IsPlaced) return;
            Assert.NotNull(result.Placement.Obligation);
            Assert.NotNull(result.Placement.Part);
        });

    [Fact]
    public void A_recipient_of_any_words_is_resolved_or_unknown_and_never_throws() => Properties.Hold(
        AnyText,
        printed =>
        {
            var resolved = Assert.Single(RecipientResolver.Resolve([Grounds.Read(printed)], Grounds.SampleRegister));
            Assert.Equal(resolved.Kind is RecipientKind.Contact or RecipientKind.Group, resolved.Id is not null);
            Assert.True(resolved.Kind == RecipientKind.Unknown || resolved.NearMisses.Count == 0);
        });

    [Fact]
    public void A_name_in_any_case_with_any_hyphens_and_spaces_is_still_the_contact() => Properties.Hold(
        Reprinted,
        given =>
        {
            var resolved = Assert.Single(RecipientResolver.Resolve([Grounds.Read(given.Printed)], Grounds.SampleRegister));
            Assert.Equal((given.Known.Kind, given.Known.Id), (resolved.Kind, resolved.Id));
        });

    [Fact]
    public void A_name_with_one_letter_wrong_is_nobodys_unless_grammar_allows_it() => Properties.Hold(
        Misprinted,
        given =>
        {
            if (Named.Any(known => RecipientName.Indefinite(known.Name) == RecipientName.Indefinite(given.Misprint))) return;
            var resolved = Assert.Single(RecipientResolver.Resolve([Grounds.Read(given.Misprint)], Grounds.SampleRegister));
            Assert.True(resolved.Kind == RecipientKind.Unknown, given.Misprint);
        });

    private static string Reprint(char letter, int change) => (letter, change) switch
    {
        (' ', 0) => "  ",
        (' ', 1) => "",
        (' ', 2) => "\n",
        ('-', 0) => "",
        ('-', 1) => "\u2013",
        (_, 3) => letter.ToString().ToUpperInvariant(),
        (_, 4) => letter.ToString().ToLowerInvariant(),
        (_, 5) when char.IsLetter(letter) => $"-{letter}",
        (_, 6) when char.IsLetter(letter) => $" {letter}",
        _ => letter.ToString(),
    };

    private static void Judge(PlacementResult result, MatchingGround ground)
    {
        if (result.Placement is { } at)
        {
            Assert.NotEmpty(at.Why);
            Assert.DoesNotContain(string.Concat(at.Why), char.IsControl);
            var agreement = ground.Register.FindAgreement(at.Agreement)!;
            Assert.Equal(at.Obligation is null, at.PlanYear is null);
            if (at.Obligation is { } obligation)
                Assert.NotNull(Occurrences.Find(agreement, agreement.FindObligation(obligation)!, at.PlanYear!.Value, inUseFrom: null));
            return;
        }

        Assert.DoesNotContain(result.Unplaced!.Message, char.IsControl);
        Assert.InRange(result.Unplaced.Candidates.Count, 0, Unplaced.MostCandidates);
        Assert.All(result.Unplaced.Candidates, candidate => Assert.InRange(candidate.Score, 0, 100));
    }
}
