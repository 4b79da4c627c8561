using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Samverkan.Web.Http;

/// <summary>
/// Answers 500 for whatever fails behind it. The page has a reference and the log has the same with the cause; the answer
/// tells nothing else. An exception that left the pipeline would become an empty 200 in a functions worker.
/// </summary>
internal sealed partial class ErrorBoundary(RequestDelegate next, ErrorResponse errors, ILogger<ErrorBoundary> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e)
        {
            await AnswerAsync(context, e);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception cause)
    {
        var reference = Guid.NewGuid().ToString("N")[..8];
        LogFailed(cause, reference);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        SecurityHeaders.Apply(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        try
        {
            await errors.WriteAsync(context, reference);
        }
        catch (Exception e)
        {
            LogUnanswered(e, reference);
            context.Abort();
        }
    }

    [LoggerMessage(5001, LogLevel.Error, "A request failed and was answered with error page {Reference}")]
    private partial void LogFailed(Exception e, string reference);

    [LoggerMessage(5002, LogLevel.Error, "Error page {Reference} could not be sent")]
    private partial void LogUnanswered(Exception e, string reference);
}
