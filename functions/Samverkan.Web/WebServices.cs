using System.Diagnostics;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Samverkan.Web.Forms;
using Samverkan.Web.Http;
using Samverkan.Web.Links;
using Samverkan.Web.Pages;
using Samverkan.Web.SignIn;

namespace Samverkan.Web;

/// <summary>The composition of this project.</summary>
public static class WebServices
{
    /// <summary>
    /// Adds what <see cref="WebPipeline.Build"/> needs, save the product's own: <c>IDeliveryLog</c>, <c>LedgerBook</c>,
    /// <c>RegisterBook</c>, <c>IArchive</c>, <c>CertificateDesk</c>, <c>IClock</c> and
    /// the use cases that forms ask. Without <paramref name="options"/>, <see cref="WebOptions"/> may be registered
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

        AddSignIn(services, options);
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<ErrorResponse>();
        services.TryAddSingleton<Facts>();
        services.TryAddSingleton<DeliveriesEndpoint>();
        services.TryAddSingleton<DeliveryEndpoint>();
        services.TryAddSingleton<CertificateEndpoint>();
        services.TryAddSingleton<AgreementsEndpoint>();
        services.TryAddSingleton<AgreementEndpoint>();
        services.TryAddSingleton<OccurrenceFacts>();
        services.TryAddSingleton<YearEndpoint>();
        services.TryAddSingleton<QuarantineEndpoint>();
        services.TryAddSingleton<ExtractFacts>();
        services.TryAddSingleton<DeliveriesApi>();
        services.TryAddSingleton<Health>();
        services.TryAddSingleton<HealthDetail>();
        services.TryAddSingleton<ReceiptEndpoint>();
        services.TryAddSingleton<DocumentEndpoint>();
        services.TryAddSingleton<SignInEndpoint>();
        services.TryAddSingleton<AdministratorForm>();
        services.TryAddSingleton<QuarantineForms>();
        services.TryAddSingleton<CorrectionForm>();
        services.TryAddSingleton<ContactEndpoint>();
        services.TryAddSingleton<DeliveryForms>();
        services.TryAddSingleton<ContactForms>();
        return services;
    }

    private static void AddSignIn(IServiceCollection services, WebOptions? options)
    {
        var protection = services.AddDataProtection().SetApplicationName("Samverkan");
        if (options?.CookieKeys is { } folder) protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        else if (options?.CookieKeyStore is { } store) services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = store(provider));
        else protection.UseEphemeralDataProtectionProvider();
        services.AddAuthentication().AddCookie(CookiePrincipalSource.Scheme, CookiePrincipalSource.Configure);
        services.AddOptions<CookieAuthenticationOptions>(CookiePrincipalSource.Scheme).Configure<IClock>((cookie, clock) => cookie.TimeProvider = new ClockTime(clock));
        services.AddAntiforgery(AdministratorForm.Configure);
        services.AddRateLimiter(GuessLimit.Configure);
        if (options?.EasyAuth == true) services.TryAddSingleton<IPrincipalSource, EasyAuthPrincipalSource>();
        else services.TryAddSingleton<IPrincipalSource, CookiePrincipalSource>();
    }
}
