using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Functions.Registers;

/// <summary>
/// Imports the register when the host starts, and again when it has changed. A file with errors is not taken into
/// use: the register before it stays, and the log names every error.
/// </summary>
internal sealed partial class RegisterRunner(
    IRegisterSource source, RegisterBook registers, AgendaProjection agenda, ILogger<RegisterRunner> log) : BackgroundService
{
    private string? _known;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _known = await source.MarkAsync(cancellationToken);
        await ImportAsync(cancellationToken);
        // Without any register there is nothing to look at yet: it is taken into use when it comes.
        if ((await registers.HistoryAsync(cancellationToken)).Newest is not null) await agenda.RebuildAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(source.Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) await TryImportAsync(stoppingToken);
        }
    }

    private async Task TryImportAsync(CancellationToken stop)
    {
        try
        {
            var mark = await source.MarkAsync(stop);
            if (mark == _known) return;
            await ImportAsync(stop);
            _known = mark;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception e)
        {
            LogUnreadable(e);
        }
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        if (await source.ReadAsync(cancellation) is not { } json)
        {
            LogMissing(source.Place);
            return;
        }

        var (errors, changed) = await registers.ImportAsync(json, cancellation);
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

    [LoggerMessage(5304, LogLevel.Error, "The register cannot be read; it is tried again soon")]
    private partial void LogUnreadable(Exception e);

    [LoggerMessage(5306, LogLevel.Error, "There is no register in {Place}; put the municipality's there, and it is taken into use")]
    private partial void LogMissing(string place);

    [LoggerMessage(5305, LogLevel.Debug, "The import of a register was stopped with the host")]
    private partial void LogStopped();
}
