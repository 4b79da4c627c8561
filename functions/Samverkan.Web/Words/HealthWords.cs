using System.Globalization;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Signals;

namespace Samverkan.Web.Words;

/// <summary>How the host is, in Swedish.</summary>
internal static class HealthWords
{
    /// <summary>"2 expedieringar, 1 meddelande till den egna personalen och 1 fil i karantän väntar på en person."</summary>
    internal static string NeedsPerson(int deliveries, int notices, int files)
    {
        string[] waiting =
        [
            .. deliveries == 0 ? [] : (string[])[Deliveries(deliveries)],
            .. notices == 0 ? [] : (string[])[Notices(notices)],
            .. files == 0 ? [] : (string[])[Files(files)],
        ];
        return waiting.Length == 0 ? "Inget väntar på en person." : $"{SwedishWords.Enumerate(waiting)} väntar på en person.";
    }

    /// <summary>Whether an endpoint is used.</summary>
    internal static string Of(EndpointStatus status) => status.Condition switch
    {
        EndpointCondition.InUse => "Används som vanligt.",
        EndpointCondition.Tested => "Har lämnats i fred efter flera fel. Nu prövas den med ett försök i taget.",
        EndpointCondition.LeftAlone when status.LeftAloneUntil is { } until =>
            $"Lämnas i fred till {SwedishTime.Clock(until)} efter flera fel. Det som ska dit väntar utan att förlora försök.",
        EndpointCondition.LeftAlone => "Lämnas i fred efter flera fel. Det som ska dit väntar utan att förlora försök.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status.Condition, "A condition of an endpoint."),
    };

    /// <summary>When a timer's work was last done.</summary>
    internal static string Of(string timer, TimerRun? run) => run switch
    {
        null => $"{NameOf(timer)} har inte körts än.",
        { Succeeded: true } => $"{NameOf(timer)} kördes senast {SwedishTime.Minute(run.At)}.",
        _ => $"{NameOf(timer)} misslyckades {SwedishTime.Minute(run.At)}. Läs tjänstens logg; nästa försök görs av sig självt.",
    };

    /// <summary>Whether a store can be written to.</summary>
    internal static string Of(StoreCheck check) => check.Fault?.Sentence
        ?? (check.FreeBytes is { } free ? $"Går att skriva i. {Size(free)} ledigt." : "Går att skriva i.");

    private static string NameOf(string timer) => timer switch
    {
        SweepNames.Deadlines => "Datumkontrollen",
        SweepNames.Dispatch => "Expedieringssvepet",
        SweepNames.Inbox => "Inkorgssvepet",
        SweepNames.Bounces => "Studssvepet",
        _ => timer,
    };

    private static string Deliveries(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "expediering" : "expedieringar")}");

    private static string Notices(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "meddelande" : "meddelanden")} till den egna personalen");

    private static string Files(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "fil" : "filer")} i karantän");

    private static string Size(long bytes) => bytes < 1_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000} MB")
        : (bytes / 1_000_000_000m).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + " GB";
}
