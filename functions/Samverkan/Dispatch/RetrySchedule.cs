using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Samverkan.Deadlines;

namespace Samverkan.Dispatch;

/// <summary>
/// When a delivery is tried again after a failure that may pass. Pure: whoever works it out comes to the same moment.
/// The steps are walked once, then the last is repeated until the horizon; a day by which the delivery must have arrived
/// only shortens.
/// </summary>
public static class RetrySchedule
{
    private static readonly Duration ShortestCap = Duration.FromSeconds(15);

    /// <summary>The next try; null where the tries are spent and somebody else must act.</summary>
    /// <param name="tries">What has been tried.</param>
    /// <param name="now">When the newest try ended.</param>
    /// <param name="wish">How long the other side asks us to wait; null where it does not. Heeded between 1 and 2 steps.</param>
    /// <param name="due">The day by whose end it must have arrived; null where none binds it, and of no effect once past.</param>
    /// <param name="options">Steps, horizon and jitter.</param>
    public static Instant? NextAfter(Tries tries, Instant now, Duration? wish, LocalDate? due, DispatchOptions options)
    {
        var step = StepOf(tries, now, options);
        var wait = step * (1 + (options.Jitter * Fraction(tries)));
        if (wish is { } asked) wait = Duration.Max(wait, Duration.Min(asked, step * 2));
        if (due is { } day) wait = Duration.Min(wait, CapBefore(day, now, options) ?? wait);
        var next = now + wait;
        return IsSpent(tries, next, options) ? null : next;
    }

    /// <summary>
    /// Whether a try at that moment would be one too many. Every step is walked at least once, so that a host that was down
    /// for longer than the horizon, or a clock that ran ahead, spends nothing.
    /// </summary>
    public static bool IsSpent(Tries tries, Instant at, DispatchOptions options) =>
        tries.Count >= options.Steps.Count && at > tries.Since + options.GiveUpAfter;

    /// <summary>
    /// The longest wait that a day by which it must have arrived allows; null once the day is past. At least 15 seconds, or
    /// the first step where that is shorter.
    /// </summary>
    internal static Duration? CapBefore(LocalDate due, Instant now, DispatchOptions options)
    {
        var end = Stockholm.EndOf(due);
        if (now >= end) return null;
        var intoLastDay = Instant.Max(Stockholm.Zone.AtStartOfDay(due).ToInstant(), now) + options.LastDayWait;
        var cap = Duration.Min((end - now) / options.DeadlineShare, intoLastDay - now);
        return Duration.Max(cap, Duration.Min(ShortestCap, options.Steps[0]));
    }

    // Tries that a near due day has hurried do not use up the steps: the step is that of the time which has passed.
    private static Duration StepOf(Tries tries, Instant now, DispatchOptions options)
    {
        var passed = now - tries.Since;
        var walked = Duration.Zero;
        var index = 0;
        while (index < Math.Min(tries.Count, options.Steps.Count) - 1 && (walked += options.Steps[index]) <= passed) index++;
        return options.Steps[index];
    }

    // 0 to 1, the same for the same try.
    private static double Fraction(Tries tries)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{tries.Delivery}/{tries.Newest}");
        var bits = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        return bits / (double)uint.MaxValue;
    }
}
