using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Dispatch.Channels.Webhooks;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Local;
using Samverkan.Web;

namespace Samverkan.Functions;

/// <summary>Puts the product together: the one place where adapters are chosen.</summary>
internal static class Composition
{
    /// <summary>Adds everything that a host needs: on folders and SQLite, or on the storage account that the settings name.</summary>
    /// <param name="services">What is added to.</param>
    /// <param name="settings">The settings, without problems.</param>
    /// <param name="storage">Where the data lies where the settings name no storage account, and always for a demo; null where it is not asked for.</param>
    /// <param name="clock">The time: the machine's, or a simulated one.</param>
    /// <param name="demo">Whether what is written to file counts as handed over.</param>
    public static IServiceCollection AddSamverkanHost(
        this IServiceCollection services, HostSettings settings, LocalStorageOptions? storage, IClock clock, bool demo)
    {
        services.AddSingleton(clock);
        services.AddSingleton(settings.Deadlines);
        services.AddSingleton(settings.Dispatch);
        services.AddSingleton(settings.Endpoints);
        services.AddSingleton(settings.Intake);
        services.AddSingleton(settings.Letters);
        services.AddSingleton(settings.Ledger);
        services.AddSamverkan();
        var azure = demo ? null : settings.Storage;
        var local = azure is null ? storage ?? throw new ArgumentNullException(nameof(storage), "There is neither a folder nor a storage account.") : null;
        if (local is not null) services.AddLocalStorage(local).AddSingleton<IOutbox>(new FolderOutbox(local.DataFolder));
        else services.AddAzureStorage(azure!);
        AddMail(services, settings, demo);
        AddOtherChannels(services, settings, demo);
        services.AddSamverkanWeb(new WebOptions
        {
            MailToFile = settings.Mail is null && !demo,
            IsDemo = demo,
            Data = local?.DataFolder,
            Inbox = local?.InboxFolder ?? ContainerText(AzureNames.Inbox),
            Outbox = local?.OutboxFolder ?? ContainerText(AzureNames.Outbox),
            PublicUrl = settings.Letters.PublicUrl,
            EasyAuth = settings.EasyAuth,
            CookieKeys = local is null ? null : Path.Combine(local.KeyFolder, "kakor"),
            CookieKeyStore = azure is null ? null : p => new BlobXmlRepository(p.GetRequiredService<BlobKeyRing>()),
            AllowedHosts = settings.Letters.PublicUrl is { } url ? [.. new WebOptions().AllowedHosts, url.Host] : new WebOptions().AllowedHosts,
        });
        services.AddSingleton(p => new SamverkanSite(p));
        if (!demo) services.AddTelemetry(settings.Telemetry);
        return services;
    }

    private static string ContainerText(string name) => $"behållaren {name} i lagringskontot";

    private static void AddMail(IServiceCollection services, HostSettings settings, bool demo)
    {
        services.AddSingleton(settings.Mail ?? new MailOptions());
        if (settings.Mail is { } mail && (mail.Auth is MailAuth.OAuth || mail.Via is MailVia.Graph))
            services.AddSingleton<IMailTokens>(p => new AzureMailTokens(AzureMailTokens.Credential(mail), mail.Scope, p.GetRequiredService<IClock>(), p.GetRequiredService<ILogger<AzureMailTokens>>()));
        if (settings.Mail is { Via: MailVia.Graph } && !demo) services.AddSingleton<IMailTransport, GraphTransport>();
        else if (settings.Mail is not null && !demo) services.AddSingleton<IMailTransport, SmtpTransport>();
        else services.AddSingleton<IMailTransport>(p => new FileTransport(p.GetRequiredService<IOutbox>(), countsAsHandedOver: demo));
        services.AddSingleton<ReturnAddresses>();
        services.AddSingleton<IChannel, EmailChannel>();
    }

    private static void AddOtherChannels(IServiceCollection services, HostSettings settings, bool demo)
    {
        if (demo)
        {
            services.AddSingleton<IChannel>(p => new DemoChannel(ChannelType.Webhook, p.GetRequiredService<IOutbox>()));
            services.AddSingleton<IChannel>(p => new DemoChannel(ChannelType.Folder, p.GetRequiredService<IOutbox>()));
            return;
        }

        services.AddSingleton(settings.Webhooks);
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<IChannel, WebhookChannel>();
        services.AddSingleton<IChannel, FolderChannel>();
    }
}
