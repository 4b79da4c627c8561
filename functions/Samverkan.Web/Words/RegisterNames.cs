using Samverkan.Agreements;
using Samverkan.Dispatch.Letters.Notices;

namespace Samverkan.Web.Words;

/// <summary>
/// Names for ids, from the register as it is now. What it no longer has, or never had, is shown by its id.
/// </summary>
/// <param name="Register">The register; null where none has been imported.</param>
internal sealed record RegisterNames(Register? Register)
{
    private static readonly Register None = new() { Municipality = "", Contacts = [], Agreements = [] };

    /// <summary>What the texts of notices look up; their links are the pages' own, so that no public address is needed.</summary>
    internal NoticeContext Notices => new(Register ?? None, publicUrl: null);

    internal string Contact(string id) =>
        ContactId.TryParse(id, out var contact) && Register is { } register
            ? register.FindContact(contact)?.Name ?? register.FindGroup(contact)?.Name ?? id
            : id;

    internal string Agreement(string id) => Find(id)?.Title ?? id;

    internal string Obligation(string agreement, string id) =>
        Find(agreement)?.Obligations.FirstOrDefault(obligation => obligation.Id.Value == id)?.Title ?? id;

    private Agreement? Find(string id) => AgreementId.TryParse(id, out var agreement) ? Register?.FindAgreement(agreement) : null;
}
