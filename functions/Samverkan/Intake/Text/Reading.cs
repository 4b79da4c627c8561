namespace Samverkan.Intake.Text;

/// <summary>A value with its source.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="At">Where it was read.</param>
/// <param name="Basis">Whether the text states it.</param>
public sealed record Reading<T>(T Value, Place At, Basis Basis = Basis.Stated);
