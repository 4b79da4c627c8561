namespace Samverkan.Ledger;

/// <summary>
/// What an event holds in place of a personal value: <c>c1:</c> and the SHA-256 of a random salt and the value. The value
/// and salt lie beside the event and can be erased; the commitment stays and the chain still holds.
/// </summary>
/// <param name="Value">The commitment as stored.</param>
public readonly record struct Commitment(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
