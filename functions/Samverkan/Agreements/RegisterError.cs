namespace Samverkan.Agreements;

/// <summary>
/// One thing that is wrong in a register.
/// </summary>
/// <param name="Path">Where, as a JSON path (RFC 9535 normal form with dots): <c>$.agreements[0].obligations[0].due</c>.</param>
/// <param name="Code">What, for programs: <c>reference.unknown</c>; see <see cref="RegisterErrorCode"/>.</param>
/// <param name="Message">What is wrong and what to write instead, in Swedish, for people.</param>
public sealed record RegisterError(string Path, string Code, string Message)
{
    /// <summary>The error on one line, as <c>check</c> prints it.</summary>
    public override string ToString() => $"{Path}: {Message} [{Code}]";
}
