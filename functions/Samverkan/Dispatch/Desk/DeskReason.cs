using Samverkan.Deadlines;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Dispatch.Desk;

/// <summary>The reason that a person gives for what they do to a delivery.</summary>
internal static class DeskReason
{
    /// <summary>The longest reason, in characters.</summary>
    public const int Most = 2000;

    /// <summary>The reason as it is recorded: one line.</summary>
    public static string Line(string reason) => OneLine.Of(reason, int.MaxValue);

    /// <summary>Why a reason will not do; null where it is 1–2,000 characters.</summary>
    public static DeskResult? Refusal(string line) => line.Length switch
    {
        0 => new("reason.missing", "Skriv ett skäl. Det står i liggaren och i intyget, så att den som undrar kan läsa det."),
        > Most => new("reason.too-long", $"Skälet är längre än {Most} tecken. Skriv det kortare."),
        _ => null,
    };
}
