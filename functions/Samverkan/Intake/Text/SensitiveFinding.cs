namespace Samverkan.Intake.Text;

/// <summary>Something that holds a document for a person.</summary>
/// <param name="Code"><see cref="SensitiveContent.IdentityNumber"/> or <see cref="SensitiveContent.Secrecy"/>.</param>
/// <param name="At">Where; its words are masked where they would tell a person's number.</param>
public sealed record SensitiveFinding(string Code, Place At);
