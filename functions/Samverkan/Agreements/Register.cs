using System.Collections.Frozen;
using NodaTime;

namespace Samverkan.Agreements;

/// <summary>
/// Everything the municipality has agreed to, and with whom (design, section 7). Immutable: an extension or a corrected
/// contact makes another register. Ids are unique; references were checked by <see cref="RegisterReader"/>.
/// </summary>
public sealed record Register
{
    private readonly FrozenDictionary<ContactId, Contact> contactsById = FrozenDictionary<ContactId, Contact>.Empty;
    private readonly FrozenDictionary<ContactId, ContactGroup> groupsById = FrozenDictionary<ContactId, ContactGroup>.Empty;
    private readonly FrozenDictionary<AgreementId, Agreement> agreementsById = FrozenDictionary<AgreementId, Agreement>.Empty;
    private readonly ILookup<AgreementId, Agreement> earlierById = Array.Empty<Agreement>().ToLookup(agreement => agreement.Id);

    /// <summary>The municipality's name.</summary>
    public required string Municipality { get; init; }

    /// <summary>What was due before this day is history; null where the day of the first import shall count.</summary>
    public LocalDate? InUseFrom { get; init; }

    /// <summary>The contacts, in the file's order.</summary>
    public required IReadOnlyList<Contact> Contacts
    {
        get;
        init => (field, contactsById) = (value, value.ToFrozenDictionary(contact => contact.Id));
    }

    /// <summary>The groups, in the file's order.</summary>
    public IReadOnlyList<ContactGroup> Groups
    {
        get;
        init => (field, groupsById) = (value, value.ToFrozenDictionary(group => group.Id));
    } = [];

    /// <summary>The agreements and action plans, in the file's order.</summary>
    public required IReadOnlyList<Agreement> Agreements
    {
        get;
        init => (field, agreementsById) = (value, value.ToFrozenDictionary(agreement => agreement.Id));
    }

    /// <summary>After how long what is erased; empty (the default) where nothing ever is.</summary>
    public IReadOnlyList<RetentionRule> Retention { get; init; } = [];

    /// <summary>The number of the import that it is of; null for a file that has not been imported.</summary>
    public int? Number { get; init; }

    /// <summary>
    /// The versions, in the stream <c>register</c>, of the corrections of contacts that hold on top of the file; none for a
    /// file that has not been imported.
    /// </summary>
    public IReadOnlySet<long> Corrections { get; init; } = FrozenSet<long>.Empty;

    /// <summary>
    /// The agreements as earlier imports had them while they were in use, oldest first: what only they have has fallen
    /// away. Empty for a file that has not been imported.
    /// </summary>
    public IReadOnlyList<Agreement> Earlier
    {
        get;
        init => (field, earlierById) = (value, value.ToLookup(agreement => agreement.Id));
    } = [];

    /// <summary>The agreement with an id, or null.</summary>
    public Agreement? FindAgreement(AgreementId id) => agreementsById.GetValueOrDefault(id);

    /// <summary>The agreement as <see cref="Earlier"/> has it, oldest first; none where no earlier import had it.</summary>
    public IEnumerable<Agreement> FindEarlier(AgreementId id) => earlierById[id];

    /// <summary>The contact with an id, or null; null for a group's id too.</summary>
    public Contact? FindContact(ContactId id) => contactsById.GetValueOrDefault(id);

    /// <summary>The group with an id, or null; null for a contact's id too.</summary>
    public ContactGroup? FindGroup(ContactId id) => groupsById.GetValueOrDefault(id);

    /// <summary>The ids that an id stands for: a group's members, or itself, whether or not the register has it.</summary>
    public IReadOnlyList<ContactId> MembersOf(ContactId id) => FindGroup(id)?.Members ?? [id];

    /// <summary>The contacts that an id stands for: a group's members in their order, or the contact itself.</summary>
    /// <exception cref="KeyNotFoundException">The register has neither contact nor group with the id.</exception>
    public IReadOnlyList<Contact> Expand(ContactId id) =>
        FindGroup(id) is { } group ? [.. group.Members.Select(member => contactsById[member])] : [contactsById[id]];

    /// <summary>The contacts that several ids stand for, each once, in the order of their first mention.</summary>
    /// <exception cref="KeyNotFoundException">The register has neither contact nor group with one of the ids.</exception>
    public IReadOnlyList<Contact> Expand(IEnumerable<ContactId> ids) => [.. ids.SelectMany(Expand).DistinctBy(contact => contact.Id)];

    /// <summary>This register with one agreement, which it has already, replaced.</summary>
    public Register With(Agreement agreement) => this with
    {
        Agreements = [.. Agreements.Select(old => old.Id == agreement.Id ? agreement : old)],
    };

    /// <summary>This register with one contact, which it has already, replaced.</summary>
    public Register With(Contact contact) => this with
    {
        Contacts = [.. Contacts.Select(old => old.Id == contact.Id ? contact : old)],
    };
}
