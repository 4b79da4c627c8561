namespace Samverkan.Deadlines;

/// <summary>What a message to the municipality's own people is about; the names are those of the ledger's actions.</summary>
public enum ReminderKind
{
    /// <summary>What is owed is due soon (<c>reminder</c>).</summary>
    Reminder,

    /// <summary>The due date has passed and what is owed has not been received (<c>overdue</c>).</summary>
    Overdue,

    /// <summary>The draft went, the adoption is still to come (<c>adoption-pending</c>).</summary>
    AdoptionPending,

    /// <summary>The agreement's end approaches (<c>agreement-ending</c>).</summary>
    AgreementEnding,
}
