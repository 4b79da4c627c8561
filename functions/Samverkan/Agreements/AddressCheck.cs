namespace Samverkan.Agreements;

/// <summary>What became of an address: its ASCII form, or the Swedish sentence that says why there is none.</summary>
internal readonly record struct AddressCheck(string? Wire, string? Problem)
{
    internal static AddressCheck Good(string wire) => new(wire, null);

    internal static AddressCheck Bad(string problem) => new(null, problem);
}
