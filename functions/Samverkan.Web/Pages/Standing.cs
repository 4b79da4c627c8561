using NodaTime;
using Samverkan.Agreements;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>Where a day lies in an agreement's period, in Swedish.</summary>
/// <param name="Text">Such as "Gäller".</param>
/// <param name="Tone">How urgently it is shown.</param>
/// <param name="Icon">The icon beside the text.</param>
public sealed record Standing(string Text, Tone Tone, string Icon)
{
    /// <summary>Where <paramref name="today"/> lies in the period, both ends of which belong to it.</summary>
    public static Standing Of(Agreement agreement, LocalDate today) =>
        today < agreement.From ? new("Har inte börjat", Tone.Info, "clock")
        : today > agreement.To ? new("Har löpt ut", Tone.Neutral, "cross")
        : new("Gäller", Tone.Good, "check");
}
