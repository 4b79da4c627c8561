using NodaTime;
using Samverkan.Ledger;

namespace Samverkan.Dispatch.Digests;

/// <summary>One thing that needed a person when the digest was made.</summary>
/// <param name="Reference">What finds it: a delivery's id, a file's id in the quarantine, or <c>agreement/plan year</c>.</param>
public sealed record DigestLine(string Reference)
{
    /// <summary>What it is about, for people; null for a file, whose name is <see cref="WhoText"/>, and for a message in older digests.</summary>
    public string? Title { get; init; }

    /// <summary>The agreement's title; null where it belongs to none.</summary>
    public string? AgreementTitle { get; init; }

    /// <summary>Since when: it stopped, came back, first failed, should have been tried or was laid aside; null for an obligation.</summary>
    public Instant? Since { get; init; }

    /// <summary>The day that counts; null where there is none.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>When it is tried again; null where it is not.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>Code of what went wrong; null where nothing did.</summary>
    public string? Code { get; init; }

    /// <summary>The recipient's or the file's name, as a commitment of the same event; null where there is none.</summary>
    public Commitment? Who { get; init; }

    /// <summary><see cref="Who"/> in clear, once read; never stored here.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? WhoText { get; init; }

    /// <summary>The reason in words that may be personal, likewise; null where <see cref="Code"/> says it.</summary>
    public Commitment? Why { get; init; }

    /// <summary><see cref="Why"/> in clear, once read; never stored here.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? WhyText { get; init; }

    internal DigestLine Revealed(PersonalValues personal) => this with
    {
        WhoText = Who is { } who ? personal.Reveal(who) : null,
        WhyText = Why is { } why ? personal.Reveal(why) : null,
    };

    internal DigestLine Committed(PersonalValues personal) => this with
    {
        Who = WhoText is null ? null : personal.Commit(WhoText),
        Why = WhyText is null ? null : personal.Commit(WhyText),
    };
}
