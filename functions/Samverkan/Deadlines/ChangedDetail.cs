namespace Samverkan.Deadlines;

/// <summary>One thing that is different for an occurrence.</summary>
/// <param name="What">
/// <c>due</c>, <c>effectiveDue</c>, <c>history</c>, <c>parts</c>, <c>draftByDeadline</c>, <c>reminders</c>,
/// <c>recipients</c>, <c>channels</c>, <c>responsible</c> or <c>escalation</c>.
/// </param>
/// <param name="Label">The same for people, in Swedish.</param>
/// <param name="Before">How it was, for people.</param>
/// <param name="After">How it becomes, for people.</param>
public sealed record ChangedDetail(string What, string Label, string Before, string After);
