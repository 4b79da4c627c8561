using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Samverkan.Signals;

namespace Samverkan.Web.Http;

/// <summary>
/// Answers for what watches the host: whether it lives, and whether it can do its work. Open to all, so that what is wrong
/// is said without paths and without people.
/// </summary>
internal sealed class Health(Readiness readiness)
{
    internal static Task LiveAsync(HttpContext context) => WriteAsync(context, []);

    internal async Task ReadyAsync(HttpContext context) => await WriteAsync(context, await readiness.ProblemsAsync(context.RequestAborted));

    /// <summary>The word for both answers.</summary>
    internal static string StatusOf(IReadOnlyCollection<HealthProblem> problems) => problems.Count == 0 ? "healthy" : "unhealthy";

    /// <summary>200 where nothing is wrong, 503 where something is.</summary>
    internal static int CodeOf(IReadOnlyCollection<HealthProblem> problems) =>
        problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    private static Task WriteAsync(HttpContext context, IReadOnlyCollection<HealthProblem> problems)
    {
        context.Response.StatusCode = CodeOf(problems);
        var status = StatusOf(problems);
        return Answer.WriteAsync(context, Answer.Json, problems.Count == 0
            ? JsonSerializer.Serialize(new { status }, ApiJson.Options)
            : JsonSerializer.Serialize(new { status, problems = problems.Select(p => p.Sentence) }, ApiJson.Options));
    }
}
