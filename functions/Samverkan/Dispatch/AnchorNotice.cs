using NodaTime.Text;
using Samverkan.Agreements;
using Samverkan.Ledger;

namespace Samverkan.Dispatch;

/// <summary>Sends the newest daily anchor away, once to each who is to keep it, however often it is asked to.</summary>
public sealed class AnchorNotice(LedgerBook ledger, RegisterBook registers, NoticeDesk notices, LedgerOptions options)
{
    /// <summary>Makes the message owed, where there is an anchor and somebody who is to have it.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        if (options.AnchorTo is not { } to || !ContactId.TryParse(to, out var id)) return;
        if ((await ledger.LoadAsync<AnchorHistory>(StreamId.Audit, cancellation)).Anchor is not { } anchor) return;
        var register = await registers.CurrentAsync(cancellation);
        var item = new NoticeItem("anchor/" + LocalDatePattern.Iso.Format(anchor.Day), NoticeKind.Anchored) { Anchor = anchor };
        await notices.TellAsync(register.MembersOf(id).Select(contact => (contact, item)), cancellation);
    }
}
