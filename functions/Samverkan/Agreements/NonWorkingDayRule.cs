namespace Samverkan.Agreements;

/// <summary>
/// What happens to a due date that is not a working day. In the register: <c>asStated</c>, <c>previous</c>, <c>next</c>.
/// </summary>
public enum NonWorkingDayRule
{
    /// <summary>Nothing: the date stands. The default.</summary>
    AsStated,

    /// <summary>The working day before it is the effective due date.</summary>
    Previous,

    /// <summary>The working day after it is the effective due date.</summary>
    Next,
}
