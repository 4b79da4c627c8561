using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Samverkan.Deadlines;

namespace Samverkan.Web;

/// <summary>
/// Moments in Swedish words and Swedish local time; the same on every machine. A no-break space holds "kl." and its time
/// together.
/// </summary>
public static class SwedishTime
{
    private static readonly InstantPattern UtcPattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss 'UTC'");
    private static readonly InstantPattern MachinePattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'");
    private static readonly LocalTimePattern MinutePattern = LocalTimePattern.CreateWithInvariantCulture("'kl.\u00a0'HH'.'mm");
    private static readonly LocalTimePattern SecondPattern = LocalTimePattern.CreateWithInvariantCulture("'kl.\u00a0'HH'.'mm'.'ss");

    /// <summary>"12 december 2022 kl. 14.03".</summary>
    public static string Minute(Instant instant) => $"{Day(instant)} {Clock(instant)}";

    /// <summary>"12 december 2022 kl. 14.03.27 (UTC+1)"; the offset tells the two equal hours of an October night apart.</summary>
    public static string Second(Instant instant)
    {
        var local = Stockholm.In(instant);
        var hours = local.Offset.Seconds / NodaConstants.SecondsPerHour;
        return string.Create(CultureInfo.InvariantCulture, $"{Day(instant)} {SecondPattern.Format(local.TimeOfDay)} (UTC+{hours})");
    }

    /// <summary>"12 december 2022".</summary>
    public static string Day(Instant instant) => SwedishDate.Long(Stockholm.DateOf(instant));

    /// <summary>"kl. 14.03".</summary>
    public static string Clock(Instant instant) => MinutePattern.Format(Stockholm.In(instant).TimeOfDay);

    /// <summary>"2022-12-12 13:03:27 UTC".</summary>
    public static string Utc(Instant instant) => UtcPattern.Format(instant);

    /// <summary>"2022-12-12T13:03:27Z", the form that the HTML element <c>time</c> asks for.</summary>
    public static string Machine(Instant instant) => MachinePattern.Format(instant);
}
