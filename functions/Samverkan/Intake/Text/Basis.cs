namespace Samverkan.Intake.Text;

/// <summary>Whether a value is in the text or only follows from it.</summary>
public enum Basis
{
    /// <summary>The text says it.</summary>
    Stated = 0,

    /// <summary>It follows from something else that the text says; shown to people as such, and never exported as
    /// read.</summary>
    Inferred,
}
