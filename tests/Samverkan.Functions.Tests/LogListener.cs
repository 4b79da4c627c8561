using Microsoft.Extensions.Logging;

namespace Samverkan.Functions.Tests;

/// <summary>Tells of each event when it is logged, on the thread that logs it.</summary>
internal sealed class LogListener(Action<EventId> tell) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => tell(eventId);

    public void Dispose()
    {
        // It holds nothing.
    }
}
