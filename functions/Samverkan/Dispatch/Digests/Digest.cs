using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Digests;

/// <summary>What needed a person at 08:00 of a working day, and still did when the message became owed.</summary>
/// <param name="Day">The day.</param>
/// <param name="Sections">The kinds of things of which there were any, in order.</param>
public sealed record Digest(LocalDate Day, IReadOnlyList<DigestSection> Sections)
{
    internal Digest Revealed(PersonalValues personal) => Each(line => line.Revealed(personal));

    internal Digest Committed(PersonalValues personal) => Each(line => line.Committed(personal));

    private Digest Each(Func<DigestLine, DigestLine> change) =>
        this with { Sections = [.. Sections.Select(s => s with { Lines = [.. s.Lines.Select(change)] })] };
}
