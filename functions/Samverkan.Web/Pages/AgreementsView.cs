namespace Samverkan.Web.Pages;

/// <summary>The agreements and action plans.</summary>
/// <param name="Cards">Those whose period goes on or comes first, in the register's order.</param>
/// <param name="HasRegister">Whether a register has been imported.</param>
public sealed record AgreementsView(IReadOnlyList<AgreementCard> Cards, bool HasRegister);
