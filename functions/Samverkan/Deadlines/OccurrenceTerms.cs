using Samverkan.Agreements;

namespace Samverkan.Deadlines;

/// <summary>What a register says about one occurrence, as texts for people that are compared between two registers.</summary>
internal sealed record OccurrenceTerms(Register Register, Agreement Agreement, Obligation Obligation, Occurrence Occurrence)
{
    private const string Nothing = "ingen";

    /// <summary>What is compared, always in the same order.</summary>
    public IEnumerable<(string What, string Label, string Value)> Details =>
    [
        ("due", "dag enligt avtalet", SwedishDate.Iso(Occurrence.Due)),
        ("effectiveDue", "dag som gäller", SwedishDate.Iso(Occurrence.EffectiveDue)),
        ("history", "bevakas", Occurrence.IsHistory ? "nej, det är historik" : "ja"),
        ("parts", "delar", Listed(Obligation.Parts.Order(StringComparer.Ordinal))),
        ("draftByDeadline", "utkast räcker i tid", Obligation.DraftByDeadline ? "ja" : "nej"),
        ("reminders", "påminnelser", Listed(ReminderPlan.Reminders(Occurrence, Obligation).Select(r => SwedishDate.Iso(r.SendOn)))),
        ("recipients", "mottagare", Listed(Receivers.Select(c => c.Id.Value).Order(StringComparer.Ordinal))),
        ("channels", "mottagarnas adresser", Listed(Receivers.SelectMany(Ways).Order(StringComparer.Ordinal))),
        ("responsible", "ansvariga", Listed(Ids(Agreement.Responsible))),
        ("escalation", "får också veta när det är försenat", Listed(Ids(Agreement.Escalation))),
    ];

    private IReadOnlyList<Contact> Receivers => Register.Expand(Obligation.Recipients);

    private static IEnumerable<string> Ways(Contact contact)
    {
        yield return $"{contact.Id} {contact.Channel.Address}";
        if (contact.Fallback is { } fallback) yield return $"{contact.Id} (annars) {fallback.Address}";
    }

    private static IEnumerable<string> Ids(IEnumerable<ContactId> ids) => ids.Select(id => id.Value).Order(StringComparer.Ordinal);

    private static string Listed(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } text ? text : Nothing;
}
