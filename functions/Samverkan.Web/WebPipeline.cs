using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Web.Http;
using Samverkan.Web.Pages;

namespace Samverkan.Web;

/// <summary>The whole site as one delegate, so that Kestrel and an HTTP function serve the same (design, section 4).</summary>
public static class WebPipeline
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Builds the pipeline. It needs nothing of the host but <paramref name="services"/>, answers every request, and lets no
    /// exception out. Endpoint and route values of an outer routing must be cleared before it is called.
    /// </summary>
    public static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorBoundary>();
        app.UseMiddleware<StatusPages>();
        app.UseHostFiltering();
        app.UseRouting();
        app.UseEndpoints(endpoints => Map(endpoints, services));
        return app.Build();
    }

    private static void Map(IEndpointRouteBuilder endpoints, IServiceProvider services)
    {
        void Get(string pattern, RequestDelegate handler) => endpoints.MapMethods(pattern, Reading, handler);

        Get("/", services.GetRequiredService<DeliveriesEndpoint>().HandleAsync);
        Get("/expediering/{id}", services.GetRequiredService<DeliveryEndpoint>().HandleAsync);
        Get("/avtal", services.GetRequiredService<AgreementsEndpoint>().HandleAsync);
        Get("/avtal/{id}", services.GetRequiredService<AgreementEndpoint>().HandleAsync);
        Get("/avtal/{id}/{year}", services.GetRequiredService<YearEndpoint>().HandleAsync);
        Get("/karantan", services.GetRequiredService<QuarantineEndpoint>().HandleAsync);
        Get("/api/deliveries", services.GetRequiredService<DeliveriesApi>().HandleAsync);
        Get("/kalender/{token}.ics", new CalendarEndpoint(services).HandleAsync);
        Get("/health/live", Health.LiveAsync);
        Get("/health/ready", services.GetRequiredService<Health>().ReadyAsync);
        Get("/assets/{file}", AssetEndpoint.HandleAsync);
    }
}
