namespace Samverkan.Agreements;

/// <summary>Who receives when contacts and groups are named.</summary>
internal static class Recipients
{
    /// <summary>
    /// The contacts behind ids, each once, in order; a contact that is named itself and through a group receives as itself.
    /// Ids that the register no longer has are left out.
    /// </summary>
    public static IReadOnlyList<(ContactId Contact, ContactId? Via)> Of(Register register, IEnumerable<ContactId> ids)
    {
        var named = ids.ToArray();
        var result = new OrderedDictionary<ContactId, ContactId?>();
        foreach (var contact in named.Where(id => register.FindContact(id) is not null)) result.TryAdd(contact, null);
        foreach (var group in named.Select(register.FindGroup).OfType<ContactGroup>())
            foreach (var member in group.Members) result.TryAdd(member, group.Id);
        return [.. result.Select(p => (p.Key, p.Value))];
    }
}
