using System.Runtime.CompilerServices;
using Samverkan.Agreements;
using Samverkan.Intake.Text;

namespace Samverkan.Intake.Matching;

/// <summary>
/// Finds whom the printed recipients of an extract mean. Names and aliases are compared without regard to case, hyphens,
/// spaces, definite forms and the genitive; a name with a letter wrong means nobody, and who it may mean is offered.
/// </summary>
public static class RecipientResolver
{
    // What is longer is no name, however it came to stand among the recipients.
    private const int LongestName = 1000;

    // A register is immutable and serves many extracts; its names are folded once, and forgotten with it.
    private static readonly ConditionalWeakTable<Register, RecipientBook> Books = [];

    /// <summary>
    /// One answer for each printed recipient, in their order; several where a printed name means nobody as it stands, and each
    /// of its parts between commas means somebody. Never throws on content.
    /// </summary>
    public static IReadOnlyList<ResolvedRecipient> Resolve(IReadOnlyList<Reading<string>> printed, Register register)
    {
        ArgumentNullException.ThrowIfNull(printed);
        ArgumentNullException.ThrowIfNull(register);
        var book = Books.GetValue(register, known => new RecipientBook(known));
        return [.. printed.SelectMany(recipient => ResolveWholeOrParts(recipient, book))];
    }

    /// <summary>
    /// The contacts that an obligation or agreement demands, directly or through a group, but that the extract does not
    /// reach; in the order of the demand. They are flagged, and delivered to all the same.
    /// </summary>
    public static IReadOnlyList<Contact> DemandedButOmitted(
        IReadOnlyList<ContactId> demanded, IReadOnlyList<ResolvedRecipient> resolved, Register register)
    {
        ArgumentNullException.ThrowIfNull(demanded);
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(register);
        var reached = Recipients.Of(register, resolved.Select(recipient => recipient.Id).OfType<ContactId>())
            .Select(to => to.Contact)
            .ToHashSet();
        return
        [
            .. Recipients.Of(register, demanded)
                .Where(to => !reached.Contains(to.Contact))
                .Select(to => register.FindContact(to.Contact))
                .OfType<Contact>(),
        ];
    }

    // "Samtliga nämnder, avdelning folkhälsa": the comma may part two names or belong to one, and the register knows which.
    private static IEnumerable<ResolvedRecipient> ResolveWholeOrParts(Reading<string> printed, RecipientBook book)
    {
        var whole = Resolve(printed, book);
        var parts = printed.Value.Split(',', StringSplitOptions.TrimEntries);
        if (whole.Kind is not RecipientKind.Unknown || parts.Length < 2 || printed.Value.Length > LongestName) return [whole];
        ResolvedRecipient[] resolved = [.. parts.Select(part => Resolve(printed with { Value = part }, book))];
        return resolved.Any(part => part.Kind is RecipientKind.Unknown) ? [whole] : resolved;
    }

    private static ResolvedRecipient Resolve(Reading<string> printed, RecipientBook book)
    {
        if (printed.Value.Length > LongestName) return Unknown(printed, []);
        var bare = RecipientName.WithoutRole(printed.Value);
        var found = book.Find(printed.Value) is { Count: > 0 } whole ? whole : book.Find(bare);
        return found switch
        {
            [var one] => new ResolvedRecipient(printed, one.Kind, one.Id, []),
            [_, ..] => Unknown(printed, [.. found.Select(entry => new NearMiss(entry.Id, entry.Name))]),
            _ when RecipientBook.IsPlace(bare) => new ResolvedRecipient(printed, RecipientKind.Nobody, Id: null, []),
            _ => Unknown(printed, book.NearTo(bare)),
        };
    }

    private static ResolvedRecipient Unknown(Reading<string> printed, IReadOnlyList<NearMiss> nearMisses) =>
        new(printed, RecipientKind.Unknown, Id: null, nearMisses);
}
