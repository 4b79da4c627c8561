using FsCheck;
using FsCheck.Fluent;

namespace Samverkan.Tests.Deadlines;

/// <summary>Runs a property over 10,000 cases that are the same on every machine and every day.</summary>
internal static class Properties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(19_891_211, 297);

    // What plays a whole year a case is short unless asked for in full.
    private static readonly Config Long = Config.WithMaxTest(Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1" ? 10_000 : 200);

    internal static void HoldLong<T>(Gen<T> cases, Action<T> property) => Prop.ForAll(cases.ToArbitrary(), property).Check(Long);

    internal static void Hold<T>(Gen<T> cases, Action<T> property) => Prop.ForAll(cases.ToArbitrary(), property).Check(Config);
}
