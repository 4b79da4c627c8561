using Samverkan.Agreements;

namespace Samverkan.Web.Pages;

/// <summary>One agreement or action plan.</summary>
/// <param name="Agreement">The agreement, with its extensions.</param>
/// <param name="Standing">Whether its period has come, goes on or has ended.</param>
/// <param name="Extensions">How its period was extended, oldest first.</param>
/// <param name="Responsible">The names of those who are reminded.</param>
/// <param name="Escalation">The names of those who are told as well when something is overdue.</param>
/// <param name="Obligations">What it obliges to, in the register's order.</param>
/// <param name="Chain">Who stands behind an action plan; null where nobody is to, and nobody does.</param>
public sealed record AgreementView(
    Agreement Agreement,
    Standing Standing,
    IReadOnlyList<PeriodExtended> Extensions,
    IReadOnlyList<string> Responsible,
    IReadOnlyList<string> Escalation,
    IReadOnlyList<ObligationPart> Obligations,
    EndorsementChain? Chain);
