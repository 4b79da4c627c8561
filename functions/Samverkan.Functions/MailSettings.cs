using Samverkan.Dispatch.Channels;

namespace Samverkan.Functions;

/// <summary>Reads the mail server's settings.</summary>
internal static class MailSettings
{
    private const string GraphScope = "https://graph.microsoft.com/.default";

    /// <summary>The settings named <c>Smtp:…</c> and <c>Mail:…</c>; null where neither <c>Smtp:Host</c> is set nor Graph chosen.</summary>
    public static MailOptions? Read(SettingsReader read)
    {
        var standard = new MailOptions();
        var via = read.OneOf("Mail:Via", standard.Via);
        var host = read.Text("Smtp:Host");
        if (host is null && via is MailVia.Smtp) return null;
        return new MailOptions
        {
            Via = via,
            GraphUrl = read.Url("Mail:GraphUrl") ?? standard.GraphUrl,
            GraphTimeout = read.Time("Mail:GraphTimeout", standard.GraphTimeout),
            Host = host,
            Port = read.Number("Smtp:Port", standard.Port),
            Security = read.OneOf("Smtp:Security", standard.Security),
            Auth = read.OneOf("Smtp:Auth", standard.Auth),
            TenantId = read.Text("Smtp:TenantId"),
            ClientId = read.Text("Smtp:ClientId"),
            ClientSecret = read.Text("Smtp:ClientSecret"),
            Scope = read.Text("Smtp:Scope") ?? (via is MailVia.Graph ? GraphScope : standard.Scope),
            User = read.Text("Smtp:User"),
            Password = read.Text("Smtp:Password"),
            AllowClearTextAuth = read.Flag("Smtp:AllowClearTextAuth", standard.AllowClearTextAuth),
            EhloName = read.Text("Smtp:EhloName"),
            From = read.Text("Smtp:From"),
            FromName = read.Text("Smtp:FromName") ?? standard.FromName,
            ReplyTo = read.Text("Smtp:ReplyTo"),
            BounceAddress = read.Text("Smtp:BounceAddress"),
            TrustedRootFile = read.Text("Smtp:TrustedRootFile"),
            MaxEncodedBytes = read.Number("Smtp:MaxEncodedBytes", (int)standard.MaxEncodedBytes),
            ConnectTimeout = read.Time("Smtp:ConnectTimeout", standard.ConnectTimeout),
            CommandTimeout = read.Time("Smtp:CommandTimeout", standard.CommandTimeout),
            AnswerTimeout = read.Time("Smtp:AnswerTimeout", standard.AnswerTimeout),
        };
    }
}
