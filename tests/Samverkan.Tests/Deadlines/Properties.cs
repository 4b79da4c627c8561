using FsCheck;
using FsCheck.Fluent;

namespace Samverkan.Tests.Deadlines;

/// <summary>Runs a property over 10,000 cases that are the same on every machine and every day.</summary>
internal static class Properties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(19_891_211, 297);

    internal static void Hold<T>(Gen<T> cases, Action<T> property) => Prop.ForAll(cases.ToArbitrary(), property).Check(Config);
}
