using FsCheck;
using FsCheck.Fluent;

namespace Samverkan.Formats.Tests;

/// <summary>FsCheck with a fixed seed, and texts as hostile people write them.</summary>
internal static class Properties
{
    private static readonly string[] Pieces =
    [
        "a", "B", "7", " ", "  ", "\t", "å", "ä", "ö", "Å", "é", "e\u0301", "😀", "\u202e", "\ufeff", "\ud83d", "\ude00", "\0",
        "\r", "\n", "\r\n", "\r\n.\r\n", "\r\nBcc: x@y", "\u0085", "\u2028", "=?", "?=", "=?utf-8?Q?x?=", "=", "_", "?", ".", "..",
        "From ", "--=_mixed_", "\"", "\\", "<", ">", ",", ";", ":", "(", ")", "'", "''", "%41", "*", "/", "@", "~",
        "samverkansavtal", "folkhälsostrategen", new string('x', 80), new string('ö', 40), new string('.', 1200),
    ];

    /// <summary>Texts put together of pieces that break mail.</summary>
    public static Arbitrary<string> Texts { get; } = Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))
        .ToArbitrary();

    public static Arbitrary<byte[]> Bytes { get; } = ArbMap.Default.ArbFor<byte[]>();

    public static void Check(Property property, int times = 300) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(20221201, 193));
}
