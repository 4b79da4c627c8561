using System.Globalization;
using System.Text.RegularExpressions;

namespace Samverkan.Ledger;

/// <summary>
/// The name of a stream of the ledger: <c>{agreement}.{plan year}</c>, <c>{agreement}.agreement</c> for what belongs to no
/// plan year, <c>notices.{year}</c> for messages to the municipality's own people, or one of <c>register</c>,
/// <c>inbox</c> and <c>audit</c>. A stream is a partition of the store, so the name holds only characters that a
/// partition key, a file name and a web address all take: <c>a-z 0-9 - .</c>, at most 80 of them.
/// </summary>
public readonly partial record struct StreamId
{
    private readonly string? _value;

    private StreamId(string value) => _value = value;

    /// <summary>Imports of the register and what the ledger adds to it.</summary>
    public static StreamId Register { get; } = new("register");

    /// <summary>What became of every file that came in.</summary>
    public static StreamId Inbox { get; } = new("inbox");

    /// <summary>Daily anchors and what administrators did.</summary>
    public static StreamId Audit { get; } = new("audit");

    /// <summary>The name as stored.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A StreamId must be made by one of its factories.");

    /// <summary>The stream of one agreement and plan year, or of the agreement itself where the year is null.</summary>
    /// <param name="agreement">The agreement's id, as the register checks it.</param>
    /// <param name="planYear">1900 to 2999, or null.</param>
    public static StreamId OfAgreement(string agreement, int? planYear) =>
        Parse($"{agreement}.{planYear?.ToString(CultureInfo.InvariantCulture) ?? "agreement"}");

    /// <summary>The stream of the notices made in one year.</summary>
    public static StreamId Notices(int year) => Parse(string.Create(CultureInfo.InvariantCulture, $"notices.{year:0000}"));

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The name is not that of a stream.</exception>
    public static StreamId Parse(string value) =>
        TryParse(value, out var id)
            ? id
            : throw new FormatException($"'{value}' is not the name of a stream: a-z, 0-9, '-' and '.', at most 80 characters.");

    /// <summary>Reads a name; false where it is not that of a stream.</summary>
    public static bool TryParse(string? value, out StreamId id)
    {
        var ok = value is { Length: > 0 and <= 80 } && Form().IsMatch(value);
        id = ok ? new StreamId(value!) : default;
        return ok;
    }

    /// <summary>The agreement and plan year that the stream is of; null for the streams of no agreement.</summary>
    public (string Agreement, int? PlanYear)? AgreementYear
    {
        get
        {
            var dot = Value.LastIndexOf('.');
            if (dot < 0 || IsNotices) return null;
            int? year = int.TryParse(Value.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : null;
            return (Value[..dot], year);
        }
    }

    /// <summary>Whether it is a stream of messages to the municipality's own people.</summary>
    public bool IsNotices => Value.StartsWith("notices.", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^(register|inbox|audit|notices\.[0-9]{4}|[a-z0-9][a-z0-9-]*\.(agreement|[0-9]{4}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
