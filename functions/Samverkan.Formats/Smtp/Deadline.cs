using System.Net.Sockets;

namespace Samverkan.Formats.Smtp;

/// <summary>Runs network work within a time and names what goes wrong; the caller's cancellation passes through.</summary>
internal static class Deadline
{
    public static Task RunAsync(
        SmtpPhase phase, TimeSpan limit, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RunAsync(
            phase,
            limit,
            async token =>
            {
                await work(token);
                return true;
            },
            cancellationToken);

    public static async Task<T> RunAsync<T>(
        SmtpPhase phase, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            return await work(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpException(phase, SmtpFault.TimedOut, $"Nothing within {limit}.");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new SmtpException(
                phase, phase == SmtpPhase.Connect ? SmtpFault.Unreachable : SmtpFault.Disconnected, e.Message);
        }
    }
}
