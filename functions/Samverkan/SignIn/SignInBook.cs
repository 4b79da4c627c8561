using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Ledger;

namespace Samverkan.SignIn;

/// <summary>Every sign-in: a state of the stream <c>audit</c>.</summary>
public sealed record SignInBook : IStreamState<SignInBook>
{
    /// <summary>The sign-ins by number, oldest first: the first has number 1.</summary>
    public ImmutableList<SignInEntry> Entries { get; private init; } = [];

    /// <inheritdoc/>
    public static SignInBook Empty(StreamId stream) => new();

    /// <summary>The sign-in with a number; null where there is none.</summary>
    public SignInEntry? Find(int number) => number >= 1 && number <= Entries.Count ? Entries[number - 1] : null;

    /// <summary>The sign-in of a token, whether it still opens or not; null for anything else. Each is compared in the same time.</summary>
    public SignInEntry? Find(string token)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(token).Value);
        SignInEntry? found = null;
        foreach (var entry in Entries)
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(entry.TokenHash.Value))) found = entry;
        return found;
    }

    /// <inheritdoc/>
    public SignInBook Apply(RecordedEvent e) => e.Event switch
    {
        SignInIssued i => this with
        {
            Entries = Entries.Add(new SignInEntry(i.Number, i.TokenHash, i.Personal.Reveal(i.Name), i.Role, i.OpensUntil, i.Hours)),
        },
        SignInUsed used => this with { Entries = [.. Entries.Select(x => x.Number == used.Number ? x with { Until = used.Until } : x)] },
        SignedOut { Number: var number } => this with
        {
            Entries = [.. Entries.Select(x => number is null || x.Number == number ? x with { Ended = true } : x)],
        },
        _ => this,
    };

    internal static DocumentHash HashOf(string token) => DocumentHash.Of(Encoding.UTF8.GetBytes(token));
}
