using Samverkan.Dispatch.Channels;

namespace Samverkan.Dispatch;

/// <summary>Tells faults of the way to a contact from faults of what is sent, and of this host.</summary>
internal static class ContactFaults
{
    /// <summary>Whether another channel may do better: not where the documents themselves are missing or damaged, or the fault is this host's.</summary>
    public static bool OtherChannelMayHelp(string code) => code is not (MailCodes.DocumentMissing or MailCodes.DocumentChanged or PoisonDesk.Failed);

    /// <summary>Whether the contact itself cannot be reached, so that what comes next is likely to fail too.</summary>
    public static bool IsOfContact(string? code) => code is not
        (MailCodes.DocumentMissing or MailCodes.DocumentChanged or MailCodes.TooLarge or MailCodes.MessageRefused or MailCodes.InvalidContent or PoisonDesk.Failed);
}
