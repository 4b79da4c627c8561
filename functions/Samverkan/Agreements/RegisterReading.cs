using System.Diagnostics.CodeAnalysis;

namespace Samverkan.Agreements;

/// <summary>What became of a register's file: the register, or everything that is wrong with it, never both.</summary>
public sealed record RegisterReading
{
    private RegisterReading(Register? register, IReadOnlyList<RegisterError> errors) => (Register, Errors) = (register, errors);

    /// <summary>The register; null where there are errors.</summary>
    public Register? Register { get; }

    /// <summary>The errors in the order of the check; empty where there is a register.</summary>
    public IReadOnlyList<RegisterError> Errors { get; }

    /// <summary>True where the file was a register without errors.</summary>
    [MemberNotNullWhen(true, nameof(Register))]
    public bool IsValid => Register is not null;

    internal static RegisterReading Valid(Register register) => new(register, []);

    internal static RegisterReading Invalid(IReadOnlyList<RegisterError> errors) => new(null, errors);
}
