using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Desk;

/// <summary>The use case by which a person corrects how a contact is reached, without another register file.</summary>
public sealed class ContactDesk(LedgerBook ledger, RegisterBook registers)
{
    /// <summary>The code of a correction to what the contact has already.</summary>
    public const string Unchanged = "contact.unchanged";

    /// <summary>
    /// Corrects a contact's channel, from the next try on. It holds until an imported register says another address than
    /// the one that was corrected. The other channel (fallback) stays as it is.
    /// </summary>
    /// <param name="contact">The contact's id; any string.</param>
    /// <param name="type">How it is reached.</param>
    /// <param name="address">Where, as <see cref="Channel.TryCreate"/> takes it; kept as a personal value.</param>
    /// <param name="by">Who: a person's name, which is recorded as a commitment, or <c>cli:user</c>.</param>
    /// <param name="cancellation">Ends the work; whether it was recorded is then unknown.</param>
    public async Task<DeskResult> CorrectAsync(string contact, ChannelType type, string address, string by, CancellationToken cancellation)
    {
        var register = await registers.CurrentAsync(cancellation);
        if (!ContactId.TryParse(contact, out var id) || register.FindContact(id) is not { } known)
            return new("contact.unknown", $"Registret har ingen kontakt ”{Letters.OneLine.Of(contact, 100)}”. Skriv kontaktens id som i registret.");
        if (!Channel.TryCreate(type, address.Trim(), out var channel, out var problem)) return new("contact.invalid-address", problem);
        if (known.Channel == channel) return new(Unchanged, "Kontakten har redan den adressen. Inget har ändrats.");

        var personal = new PersonalValues();
        var corrected = new ContactCorrected(id, known.Channel.Type, personal.Commit(known.Channel.Address), channel.Type, personal.Commit(channel.Address))
        {
            Personal = personal,
            Register = register.Number,
        };

        // Decided on the contact as it was read: somebody else's correction in between makes this one say what is no longer so.
        var version = (await registers.HistoryAsync(cancellation)).Version;
        if ((await registers.CurrentAsync(cancellation)).FindContact(id)?.Channel != known.Channel) return Busy;
        var recorded = await ledger.RecordAsync<RegisterHistory>(
            StreamId.Register, Person.Commit(by, personal), history => history.Version == version ? [corrected] : [], cancellation);
        return recorded.Count > 0 ? DeskResult.Recorded : Busy;
    }

    private static DeskResult Busy => new("contact.changed-meanwhile", "Registret ändrades av någon annan just nu. Se efter vilken adress som gäller och försök igen.");
}
