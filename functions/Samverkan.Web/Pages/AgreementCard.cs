using Samverkan.Agreements;

namespace Samverkan.Web.Pages;

/// <summary>One agreement in the list.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Standing">Whether its period has come, goes on or has ended.</param>
/// <param name="Next">What is due next; null where nothing is.</param>
public sealed record AgreementCard(Agreement Agreement, Standing Standing, DueLine? Next);
