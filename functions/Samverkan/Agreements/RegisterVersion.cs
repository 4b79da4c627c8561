using NodaTime;

namespace Samverkan.Agreements;

/// <summary>The effective register as it became at one moment: by an import, or by an extension on top of one.</summary>
/// <param name="At">When.</param>
/// <param name="Register">The register from then on.</param>
public sealed record RegisterVersion(Instant At, Register Register);
