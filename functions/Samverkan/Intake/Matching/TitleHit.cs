namespace Samverkan.Intake.Matching;

/// <summary>A title of the register that something of the document resembles.</summary>
internal sealed record TitleHit(KnownTitle Known, Naming Naming, TitleMatch Match)
{
    internal static TitleHit Of(Naming naming, KnownTitle known, GroundedAgreement agreement, MatchingGround ground) =>
        new(known, naming, TitleMatch.Compare(naming.Words, known, agreement.Topic, ground.Neutral));

    /// <summary>The hit as a reason, in Swedish.</summary>
    internal string Why => this switch
    {
        { Match.IsSame: true } => $"{Naming.Source} utan årtal är {Shown.Quoted(Known.Printed)}.",
        { Match.AboutClashes: true } => $"{Naming.Source} liknar {Shown.Quoted(Known.Printed)} ({Match.Score} av 100), men bara den ena är en rapport, ett svar eller en bilaga.",
        { Match.KindClashes: true } => $"{Naming.Source} liknar {Shown.Quoted(Known.Printed)} ({Match.Score} av 100), men är ett annat slags handling.",
        { Match: { HasExtra: true, HasMissing: true } } => $"{Naming.Source} liknar {Shown.Quoted(Known.Printed)} ({Match.Score} av 100), men båda har ord som den andra saknar.",
        _ => $"{Naming.Source} liknar {Shown.Quoted(Known.Printed)} ({Match.Score} av 100).",
    };
}
