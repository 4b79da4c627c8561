using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Samverkan.Ledger;

/// <summary>
/// The personal values of one event, kept beside it. <see cref="Commit"/> collects while the event is made;
/// <see cref="Read"/> reveals what is stored. The JSON is canonical (sorted, no white space), so that any change to the
/// stored text shows.
/// </summary>
public sealed class PersonalValues
{
    private static readonly ImmutableSortedDictionary<string, PersonalValue> None = ImmutableSortedDictionary.Create<string, PersonalValue>(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, PersonalValue> _values = None;

    /// <summary>The commitments, sorted.</summary>
    public IReadOnlyCollection<string> Commitments => [.. _values.Keys];

    /// <summary>Takes in a value and returns what the event holds in its place. The same value twice gives two commitments.</summary>
    public Commitment Commit(string value)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var commitment = Of(value, salt);
        _values = _values.SetItem(commitment.Value, new PersonalValue(value, Convert.ToBase64String(salt)));
        return commitment;
    }

    /// <summary>The value behind a commitment; null where it has been erased or belongs to another event.</summary>
    public string? Reveal(Commitment commitment) => _values.GetValueOrDefault(commitment.Value)?.Value;

    /// <summary>Reads the stored text. Null where it is not the canonical JSON of personal values.</summary>
    public static PersonalValues? Read(string? stored)
    {
        var result = new PersonalValues();
        if (stored is null) return result;
        try
        {
            var values = JsonSerializer.Deserialize<Dictionary<string, PersonalValue>>(stored, LedgerJson.Options);
            result._values = None.SetItems(values ?? []);
        }
        catch (JsonException)
        {
            return null;
        }

        return string.Equals(result.Write(), stored, StringComparison.Ordinal) ? result : null;
    }

    /// <summary>The canonical JSON; null where there are no values.</summary>
    public string? Write() => _values.Count == 0 ? null : JsonSerializer.Serialize(_values, LedgerJson.Options);

    /// <summary>Whether a value, or its salt, is gone: erased, and its commitment alone is left.</summary>
    public bool AreErased => _values.Values.Any(v => v.Value is null || v.Salt is null);

    /// <summary>Whether a value that is there is another than the one that was committed to.</summary>
    public bool AreChanged => _values.Any(v => !Holds(v.Key, v.Value));

    /// <summary>The canonical JSON with every value and salt erased and the commitments left; null where there are no values.</summary>
    public string? WriteErased()
    {
        var erased = new PersonalValues { _values = None.SetItems(_values.Keys.Select(c => KeyValuePair.Create(c, new PersonalValue(null, null)))) };
        return erased.Write();
    }

    // Half an erasure is a change: the salt alone would let the value be guessed, the value alone proves nothing.
    private static bool Holds(string commitment, PersonalValue personal)
    {
        if (personal is { Value: null, Salt: null }) return true;
        if (personal.Value is null || personal.Salt is null) return false;
        var salt = new byte[(personal.Salt.Length / 4 * 3) + 3];

        // Several texts decode to the same salt (the last digit's unused bits); only the one that was written is right.
        return Convert.TryFromBase64String(personal.Salt, salt, out var length)
            && Convert.ToBase64String(salt.AsSpan(0, length)) == personal.Salt
            && Of(personal.Value, salt.AsSpan(0, length)).Value == commitment;
    }

    private static Commitment Of(string value, ReadOnlySpan<byte> salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(value));
        return new Commitment("c1:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
