using Samverkan.Ledger;

namespace Samverkan.Agreements;

/// <summary>
/// A person has corrected how a contact is reached. It holds for as long as the register's file says the address that was
/// wrong: a file that says another one stands. So does the file where the values have been erased.
/// </summary>
/// <param name="Contact">The contact.</param>
/// <param name="OldType">How it was reached.</param>
/// <param name="OldAddress">Where it was reached.</param>
/// <param name="Type">How it is reached.</param>
/// <param name="Address">Where it is reached.</param>
[EventName("contact-corrected")]
public sealed record ContactCorrected(
    ContactId Contact, ChannelType OldType, Commitment OldAddress, ChannelType Type, Commitment Address) : LedgerEvent
{
    /// <summary>The channel that was corrected; null where its address has been erased.</summary>
    internal Channel? Old => Of(OldType, OldAddress);

    /// <summary>The channel that is right; null where its address has been erased.</summary>
    internal Channel? New => Of(Type, Address);

    private Channel? Of(ChannelType type, Commitment address) =>
        Personal.Reveal(address) is { } text && Channel.TryCreate(type, text, out var channel, out _) ? channel : null;
}
