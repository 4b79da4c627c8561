using Microsoft.AspNetCore.Http;
using Samverkan.Web;

namespace Samverkan.Functions;

/// <summary>The pages and the API as the one HTTP function serves them, in both hosts.</summary>
/// <param name="services">What the pages need.</param>
public sealed class SamverkanSite(IServiceProvider services)
{
    private readonly RequestDelegate _pipeline = WebPipeline.Build(services);

    /// <summary>The answer to a request: running the pages' own pipeline.</summary>
    public IResult Answer(HttpContext context)
    {
        // Else the inner routing takes the outer function's endpoint for its own match.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return new PipelineResult(_pipeline);
    }

    private sealed class PipelineResult(RequestDelegate pipeline) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => pipeline(httpContext);
    }
}
