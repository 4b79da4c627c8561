using System.Diagnostics.CodeAnalysis;

namespace Samverkan.Formats.Smtp;

/// <summary>A connection, or why there is none; exactly one of the two.</summary>
public sealed record SmtpConnectResult
{
    internal SmtpConnectResult(SmtpConnection connection) => Connection = connection;

    internal SmtpConnectResult(SmtpFailure failure) => Failure = failure;

    /// <summary>The connection, ready for messages; null when it failed.</summary>
    public SmtpConnection? Connection { get; }

    /// <summary>Why it failed; null when there is a connection.</summary>
    public SmtpFailure? Failure { get; }

    /// <summary>Whether there is a connection.</summary>
    [MemberNotNullWhen(true, nameof(Connection))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsConnected => Connection is not null;
}
