using System.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samverkan.Web.Http;
using Samverkan.Web.Pages;

namespace Samverkan.Web;

/// <summary>The composition of this project.</summary>
public static class WebServices
{
    /// <summary>
    /// Adds what <see cref="WebPipeline.Build"/> needs, save the product's own: <c>IDeliveryLog</c>, <c>LedgerBook</c>,
    /// <c>RegisterBook</c>, <c>IArchive</c> and <c>IClock</c>. Without <paramref name="options"/>, <see cref="WebOptions"/> may be registered
    /// by the caller; the defaults stand where nobody does.
    /// </summary>
    public static IServiceCollection AddSamverkanWeb(this IServiceCollection services, WebOptions? options = null)
    {
        services.AddLogging();
        services.AddRouting();
        // Routing asks for it; a web host registers it, a plain host does not.
        services.TryAddSingleton(new DiagnosticListener("Microsoft.AspNetCore"));
        services.TryAddSingleton(options ?? new WebOptions());
        services.AddOptions<HostFilteringOptions>().Configure<WebOptions>((filtering, web) =>
        {
            filtering.AllowedHosts = [.. web.AllowedHosts];
            filtering.IncludeFailureMessage = false;
        });

        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<ErrorResponse>();
        services.TryAddSingleton<Facts>();
        services.TryAddSingleton<DeliveriesEndpoint>();
        services.TryAddSingleton<DeliveryEndpoint>();
        services.TryAddSingleton<AgreementsEndpoint>();
        services.TryAddSingleton<AgreementEndpoint>();
        services.TryAddSingleton<OccurrenceFacts>();
        services.TryAddSingleton<YearEndpoint>();
        services.TryAddSingleton<QuarantineEndpoint>();
        services.TryAddSingleton<ExtractFacts>();
        services.TryAddSingleton<DeliveriesApi>();
        services.TryAddSingleton<Health>();
        return services;
    }
}
