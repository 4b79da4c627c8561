using Microsoft.AspNetCore.Http;

namespace Samverkan.Functions.Triggers;

/// <summary>HTTP: the administrators' pages and the API, all of them.</summary>
public sealed class AdminTrigger(SamverkanSite site)
{
    /// <summary>Answers one request.</summary>
    [Function("Admin")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "delete", "patch", "options", Route = "{*path}")] HttpRequest request) =>
        site.Answer(request.HttpContext);
}
