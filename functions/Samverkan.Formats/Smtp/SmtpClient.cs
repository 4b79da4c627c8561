namespace Samverkan.Formats.Smtp;

/// <summary>Sends a single message over a connection of its own.</summary>
public static class SmtpClient
{
    /// <summary>Connects, sends and closes; see <see cref="SmtpConnection"/> for the parameters and exceptions.</summary>
    /// <returns>What became of the message, whether connecting or sending failed.</returns>
    public static async Task<SmtpResult> SendAsync(
        SmtpOptions options,
        SmtpMessage message,
        IProgress<SmtpProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var opening = await SmtpConnection.OpenAsync(options, progress, cancellationToken);
        if (!opening.IsConnected)
            return SmtpResult.Failed(message, opening.Failure);
        await using var connection = opening.Connection;
        return await connection.SendAsync(message, progress, cancellationToken);
    }
}
