using Samverkan.Agreements.Reading;

namespace Samverkan.Agreements;

/// <summary>
/// Reads and checks a register's file (design, section 7). Every error is found, each with its JSON path; a register
/// comes out only where there is none. Nothing is guessed but what the design gives a default.
/// </summary>
public static class RegisterReader
{
    /// <summary>The register in a file of at most 10 MB of UTF-8, with or without byte order mark. Never throws on content.</summary>
    public static RegisterReading Read(ReadOnlyMemory<byte> utf8Json)
    {
        var errors = new ReadingErrors();
        using var document = JsonSource.Open(utf8Json, errors);
        var register = document is null ? null : Read(new JsonCursor(document.RootElement, JsonPath.Root, errors), errors);
        if (errors.All.Count > 0) return RegisterReading.Invalid(errors.All);
        return RegisterReading.Valid(register ?? throw new InvalidOperationException("A reader gave up without an error."));
    }

    private static Register? Read(JsonCursor root, ReadingErrors errors)
    {
        if (root.Object("municipality", "inUseFrom", "contacts", "groups", "agreements", "retention") is not { } properties) return null;
        var municipality = properties.Required("municipality", "\"Alingsås kommun\"")?.Text();
        var inUseFrom = properties.Optional("inUseFrom")?.Date();
        var directory = new ContactDirectory();
        var contacts = properties.Required("contacts", "[ … ]")?.Items().Values(item => ContactReader.Read(item, directory));
        var groups = GroupsOf(properties.Optional("groups"), directory);
        var agreements = properties.Required("agreements", "[ … ]")?.Items().Values(new AgreementReader(directory).Read);
        var retention = properties.Optional("retention")?.Items().Values(new RetentionReader().Read) ?? [];
        if (errors.All.Count > 0) return null;
        return new Register
        {
            Municipality = municipality!,
            InUseFrom = inUseFrom,
            Contacts = contacts!,
            Groups = groups,
            Agreements = agreements!,
            Retention = retention,
        };
    }

    private static IReadOnlyList<ContactGroup> GroupsOf(JsonCursor? at, ContactDirectory directory)
    {
        var opened = at?.Items().Values(item => GroupReader.Open(item, directory)) ?? [];
        return [.. opened.Select(group => group.Read()).OfType<ContactGroup>()];
    }
}
