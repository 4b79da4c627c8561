using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>The names of a register's contacts and groups, by every form in which they are looked up.</summary>
internal sealed class RecipientBook
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "akt", "akten", "ärendeakten", "diarie", "diarium", "diariet", "arkiv", "arkivet", "ärende", "ärendet", "pärmen",
    };

    private readonly Entry[] entries;
    private readonly (Func<string, string> Form, ILookup<string, Entry> Names)[] forms;

    internal RecipientBook(Register register)
    {
        entries =
        [
            .. register.Contacts.SelectMany(contact => Names(contact.Id, RecipientKind.Contact, contact.Name, contact.Aliases)),
            .. register.Groups.SelectMany(group => Names(group.Id, RecipientKind.Group, group.Name, group.Aliases)),
        ];
        var indefinite = entries.ToLookup(entry => RecipientName.Indefinite(entry.Name), StringComparer.Ordinal);
        forms =
        [
            (NameFold.Fold, entries.ToLookup(entry => NameFold.Fold(entry.Name), StringComparer.Ordinal)),
            (RecipientName.Letters, entries.ToLookup(entry => entry.Letters, StringComparer.Ordinal)),
            (RecipientName.Indefinite, indefinite),
            (RecipientName.Nominative, indefinite),
        ];
    }

    /// <summary>Whom a printed name means: nobody, one or, where a form cannot tell them apart, several.</summary>
    internal IReadOnlyList<Entry> Find(string printed)
    {
        foreach (var (form, names) in forms)
        {
            var key = form(printed);
            var found = key.Length > 0 ? names[key].DistinctBy(entry => entry.Id).ToArray() : [];
            if (found.Length > 0) return found;
        }

        return [];
    }

    /// <summary>True for a place in an office, to which nothing is sent.</summary>
    internal static bool IsPlace(string printed) => Places.Contains(RecipientName.Letters(printed));

    /// <summary>Whom a name that nobody has may mean.</summary>
    internal IReadOnlyList<NearMiss> NearTo(string printed) => NearNames.Of(printed, entries);

    private static IEnumerable<Entry> Names(ContactId id, RecipientKind kind, string name, IEnumerable<string> aliases) =>
        aliases.Prepend(name).Select(known => new Entry(id, kind, known, RecipientName.Letters(known)));

    /// <summary>One name of one contact or group.</summary>
    internal sealed record Entry(ContactId Id, RecipientKind Kind, string Name, string Letters);
}
