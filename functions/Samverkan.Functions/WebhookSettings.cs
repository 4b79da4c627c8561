using Samverkan.Dispatch.Channels.Webhooks;

namespace Samverkan.Functions;

/// <summary>Reads the settings named <c>Webhook:…</c>.</summary>
internal static class WebhookSettings
{
    /// <summary>The settings; each that is not set has its default.</summary>
    public static WebhookOptions Read(SettingsReader read)
    {
        var standard = new WebhookOptions();
        return new WebhookOptions
        {
            Secrets = read.Children("Webhook:Secrets"),
            AllowPrivate = read.Text("Webhook:AllowPrivate")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? standard.AllowPrivate,
            Timeout = read.Time("Webhook:Timeout", standard.Timeout),
        };
    }
}
