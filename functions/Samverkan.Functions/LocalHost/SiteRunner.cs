using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Functions.LocalHost;

/// <summary>Hands every request of Kestrel to the one function with an HTTP trigger, as the Azure Functions host does.</summary>
internal static class SiteRunner
{
    /// <summary>Makes the function the end of the pipeline.</summary>
    public static void RunSite(this IApplicationBuilder app, FunctionInvoker invoker)
    {
        var function = FunctionCatalog.With<HttpTriggerAttribute>().Single().Function;
        app.Run(async context =>
        {
            var answer = await invoker.InvokeAsync(function, [context.Request], context.RequestAborted);
            await ((IResult)answer!).ExecuteAsync(context);
        });
    }
}
