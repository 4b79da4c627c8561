using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Web.Forms;
using Samverkan.Web.Http;
using Samverkan.Web.Links;
using Samverkan.Web.Pages;
using Samverkan.Web.SignIn;

namespace Samverkan.Web;

/// <summary>The whole site as one delegate, so that Kestrel and an HTTP function serve the same (design, section 4).</summary>
public static class WebPipeline
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Posting = [HttpMethods.Post];

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
        app.UseMiddleware<RequestScope>();
        app.UseRateLimiter();
        app.UseMiddleware<SignInGate>();
        app.UseRouting();
        app.UseEndpoints(endpoints => Map(endpoints, services));
        return app.Build();
    }

    private static void Map(IEndpointRouteBuilder endpoints, IServiceProvider services)
    {
        void Get(string pattern, RequestDelegate handler) => endpoints.MapMethods(pattern, Reading, handler);

        Get("/", services.GetRequiredService<DeliveriesEndpoint>().HandleAsync);
        Get("/expediering/{id}", services.GetRequiredService<DeliveryEndpoint>().HandleAsync);
        Get("/expediering/{id}/intyg", services.GetRequiredService<CertificateEndpoint>().PageAsync);
        Get("/expediering/{id}/intyg.json", services.GetRequiredService<CertificateEndpoint>().FileAsync);
        Get("/kontakt/{id}", services.GetRequiredService<ContactEndpoint>().HandleAsync);
        Get("/avtal", services.GetRequiredService<AgreementsEndpoint>().HandleAsync);
        Get("/avtal/{id}", services.GetRequiredService<AgreementEndpoint>().HandleAsync);
        Get("/avtal/{id}/{year}", services.GetRequiredService<YearEndpoint>().HandleAsync);
        Get("/karantan", services.GetRequiredService<QuarantineEndpoint>().HandleAsync);
        Get("/api/deliveries", services.GetRequiredService<DeliveriesApi>().HandleAsync);
        Get("/kalender/{token}.ics", new CalendarEndpoint(services).HandleAsync);
        Get("/health/live", Health.LiveAsync);
        Get("/health/ready", services.GetRequiredService<Health>().ReadyAsync);
        Get("/health/detail", context => services.GetRequiredService<HealthDetail>().HandleAsync(context));
        Get("/assets/{file}", AssetEndpoint.HandleAsync);
        MapLinks(endpoints, services);
        MapForms(endpoints, services);
    }

    private static void MapLinks(IEndpointRouteBuilder endpoints, IServiceProvider services)
    {
        endpoints.MapMethods("/kvittens/{id}/{token}", Reading, context => services.GetRequiredService<ReceiptEndpoint>().ShowAsync(context));
        endpoints.MapMethods("/kvittens/{id}/{token}", Posting, context => services.GetRequiredService<ReceiptEndpoint>().ConfirmAsync(context));
        endpoints.MapMethods("/handling/{id}/{hash}/{token}/{name}", Reading, context => services.GetRequiredService<DocumentEndpoint>().HandleAsync(context));
        endpoints.MapMethods("/logga-in", Reading, context => services.GetRequiredService<SignInEndpoint>().ExplainAsync(context));
        endpoints.MapMethods("/logga-in/{token}", Reading, context => services.GetRequiredService<SignInEndpoint>().ShowAsync(context));
        endpoints.MapMethods("/logga-in/{token}", Posting, context => services.GetRequiredService<SignInEndpoint>().UseAsync(context));
    }

    private static void MapForms(IEndpointRouteBuilder endpoints, IServiceProvider services)
    {
        void Post(string pattern, Func<HttpContext, SignedIn, IFormCollection, Task> handle, bool alsoReaders = false) => endpoints.MapMethods(
            pattern, Posting, context => services.GetRequiredService<AdministratorForm>().HandleAsync(context, handle, alsoReaders));

        Post("/logga-ut", (context, person, form) => services.GetRequiredService<SignInEndpoint>().SignOutAsync(context, person, form), alsoReaders: true);
        Post("/karantan/{id}/slapp", (context, person, form) => services.GetRequiredService<QuarantineForms>().ReleaseAsync(context, person, form));
        Post("/karantan/{id}/kasta", (context, person, form) => services.GetRequiredService<QuarantineForms>().DiscardAsync(context, person, form));
        Post("/expediering/{id}/ratta", (context, person, form) => services.GetRequiredService<CorrectionForm>().CorrectAsync(context, person, form));
        MapDesk<DeliveryForms>("/expediering/{id}", x => x.ResendAsync, x => x.CorrectAsync, x => x.CancelAsync, x => x.AcknowledgeAsync);
        MapDesk<ContactForms>("/kontakt/{id}", x => x.ResendAsync, x => x.CorrectAsync, x => x.CancelAsync, x => x.AcknowledgeAsync);

        void MapDesk<TForms>(string path, params Func<TForms, Func<HttpContext, SignedIn, IFormCollection, Task>>[] tools)
            where TForms : notnull
        {
            foreach (var (name, tool) in ((string[])[DeliveryForms.Resend, DeliveryForms.Address, DeliveryForms.Cancel, DeliveryForms.Acknowledge]).Zip(tools))
                Post($"{path}/{name}", (context, person, form) => tool(services.GetRequiredService<TForms>())(context, person, form));
        }
    }
}
