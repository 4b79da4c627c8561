using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Samverkan.Functions.LocalHost;

/// <summary>Schedules as Azure Functions writes them: six fields, seconds first, in UTC; <c>%name%</c> is a setting.</summary>
internal static class Schedules
{
    private static readonly CrontabSchedule.ParseOptions Options = new() { IncludingSeconds = true };

    /// <summary>The settings that timers need, with what holds where they are not set: each minute, at different seconds.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DeadlineSweepSchedule"] = "0 * * * * *",
        ["DispatchSweepSchedule"] = "20 * * * * *",
        ["InboxSweepSchedule"] = "40 * * * * *",
    };

    /// <summary>The schedule behind a trigger's text.</summary>
    public static string Resolve(string schedule, IConfiguration settings)
    {
        if (schedule is not ['%', .. var name, '%']) return schedule;
        return settings[name] is { Length: > 0 } set ? set : Defaults[name];
    }

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="CrontabException">It is not one.</exception>
    public static CrontabSchedule Parse(string schedule) => CrontabSchedule.Parse(schedule, Options);

    /// <summary>What is wrong with the schedules that are set, in Swedish, each naming its setting.</summary>
    public static IEnumerable<string> Problems(IConfiguration settings) =>
        from name in Defaults.Keys
        let schedule = Resolve($"%{name}%", settings)
        where CrontabSchedule.TryParse(schedule, Options) is null
        select $"{name} är \"{schedule}\", som inte är ett schema med sex fält (sekund minut timme dag månad veckodag). Skriv till exempel {Defaults[name]}.";
}
