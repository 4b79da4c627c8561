namespace Samverkan.Agreements.Reading;

/// <summary>
/// Who is in the file, so that references can be checked while it is read. All ids are known before anything refers to
/// them, also those of contacts that have errors of their own.
/// </summary>
internal sealed class ContactDirectory
{
    private readonly Dictionary<ContactId, string> contacts = [];
    private readonly Dictionary<ContactId, string> groups = [];
    private readonly Dictionary<string, (string Owner, string Path)> names = new(StringComparer.Ordinal);

    /// <summary>Notes an id and says so where somebody else has it already.</summary>
    internal ContactId? ClaimContact(JsonCursor? at) => Claim(at, contacts);

    /// <summary>Notes a group's id and says so where somebody else has it already.</summary>
    internal ContactId? ClaimGroup(JsonCursor? at) => Claim(at, groups);

    /// <summary>Notes how minutes name somebody; two who share a name could not be told apart.</summary>
    internal void ClaimName(JsonCursor at, string owner, string name)
    {
        if (names.TryAdd(NameFold.Fold(name), (owner, at.Path))) return;
        var taken = names[NameFold.Fold(name)];
        if (taken.Owner != owner)
            at.Fail(RegisterErrorCode.AmbiguousName, $"{Printable.Quoted(name)} är redan ett namn på någon annan ({taken.Path}). Låt bara en av dem ha namnet.");
    }

    /// <summary>A contact, or a group, that is in the file.</summary>
    internal ContactId? Recipient(JsonCursor at)
    {
        if (at.Id<ContactId>(ContactId.TryParse) is not { } id) return null;
        if (contacts.ContainsKey(id) || groups.ContainsKey(id)) return id;
        var known = contacts.Keys.Concat(groups.Keys).Select(known => known.Value);
        at.Fail(RegisterErrorCode.UnknownReference, $"Det finns ingen kontakt och ingen sändlista med id \"{id}\".{NearMiss.Ask(id.Value, known)} Skriv ett id som finns under contacts eller groups.");
        return null;
    }

    /// <summary>A contact that is in the file; a group will not do.</summary>
    internal ContactId? Contact(JsonCursor at)
    {
        if (at.Id<ContactId>(ContactId.TryParse) is not { } id) return null;
        if (contacts.ContainsKey(id)) return id;
        if (groups.ContainsKey(id))
            at.Fail(RegisterErrorCode.GroupReference, $"\"{id}\" är en sändlista. Här kan bara kontakter stå: skriv deras id, ett i taget.");
        else
            at.Fail(RegisterErrorCode.UnknownReference, $"Det finns ingen kontakt med id \"{id}\".{NearMiss.Ask(id.Value, contacts.Keys.Select(known => known.Value))} Skriv ett id som finns under contacts.");
        return null;
    }

    private ContactId? Claim(JsonCursor? at, Dictionary<ContactId, string> kind)
    {
        if (at?.Id<ContactId>(ContactId.TryParse) is not { } id) return null;
        var taken = contacts.GetValueOrDefault(id) ?? groups.GetValueOrDefault(id);
        if (taken is null)
        {
            kind.Add(id, at.Path);
            return id;
        }

        at.Fail(RegisterErrorCode.DuplicateId, $"Id \"{id}\" används redan ({taken}). Kontakter och sändlistor ska ha olika id: välj ett annat.");
        return null;
    }
}
