using Samverkan.Agreements;

namespace Samverkan.Deadlines.Calendar;

/// <summary>What a calendar feed shows: everything, one agreement, or what one contact is responsible for.</summary>
/// <param name="Agreement">The agreement; null for more than one.</param>
/// <param name="Responsible">The contact; null for whoever is responsible.</param>
public sealed record CalendarScope(AgreementId? Agreement = null, ContactId? Responsible = null);
