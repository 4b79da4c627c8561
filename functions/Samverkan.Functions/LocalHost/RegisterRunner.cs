using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Functions.LocalHost;

/// <summary>
/// Imports the register's file when the host starts, and again when it has changed. A file with errors is not taken into
/// use: the register before it stays, and the log names every error.
/// </summary>
internal sealed partial class RegisterRunner(
    RegisterFileOptions file, RegisterBook registers, AgendaProjection agenda, ILogger<RegisterRunner> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private (long Size, DateTime Changed) _known;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _known = Mark();
        await ImportAsync(cancellationToken);
        await agenda.RebuildAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested || Mark() is var mark && mark == _known) continue;
            _known = mark;
            await TryImportAsync(stoppingToken);
        }
    }

    private (long Size, DateTime Changed) Mark() =>
        new FileInfo(file.Path) is { Exists: true } info ? (info.Length, info.LastWriteTimeUtc) : default;

    private async Task TryImportAsync(CancellationToken stop)
    {
        try
        {
            await ImportAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception e)
        {
            _known = default;
            LogUnreadable(e);
        }
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        var (errors, changed) = await registers.ImportAsync(await File.ReadAllBytesAsync(file.Path, cancellation), cancellation);
        foreach (var error in errors) LogError(error.Path, error.Code);
        if (errors.Count > 0) LogRefused(errors.Count);
        else if (changed) LogImported();
    }

    [LoggerMessage(5301, LogLevel.Information, "A new register was taken into use")]
    private partial void LogImported();

    [LoggerMessage(5302, LogLevel.Error, "The changed register has {Count} errors and was not taken into use; the one before it stays")]
    private partial void LogRefused(int count);

    [LoggerMessage(5303, LogLevel.Error, "Register: {Path}: {Code}")]
    private partial void LogError(string path, string code);

    [LoggerMessage(5304, LogLevel.Error, "The register cannot be read; it is tried again in five seconds")]
    private partial void LogUnreadable(Exception e);

    [LoggerMessage(5305, LogLevel.Debug, "The import of a register was stopped with the host")]
    private partial void LogStopped();
}
