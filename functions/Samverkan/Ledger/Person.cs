namespace Samverkan.Ledger;

/// <summary>
/// Who stands behind an event that a person caused. The envelope's <c>by</c> holds a commitment in the name's place, or
/// <c>cli:user</c> as it is where the command line was used by whoever is logged in on the machine.
/// </summary>
public static class Person
{
    /// <summary>What the command line's user is recorded as.</summary>
    public const string CommandLine = "cli:";

    /// <summary>What to write as <c>by</c>: the name as a commitment among the event's personal values, unless it is one of the command line.</summary>
    public static string Commit(string name, PersonalValues personal) =>
        name.StartsWith(CommandLine, StringComparison.Ordinal) ? name : personal.Commit(name).Value;

    /// <summary>Who it was: the name behind the commitment, or what stands there; null where it has been erased.</summary>
    public static string? Reveal(RecordedEvent e) =>
        e.By.StartsWith("c1:", StringComparison.Ordinal) ? e.Event.Personal.Reveal(new Commitment(e.By)) : e.By;
}
