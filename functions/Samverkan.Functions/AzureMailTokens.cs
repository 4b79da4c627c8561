using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Functions;

/// <summary>Access tokens of Microsoft Entra ID; the credential keeps a token until shortly before it ends.</summary>
internal sealed partial class AzureMailTokens(TokenCredential credential, string scope, ILogger<AzureMailTokens> log) : IMailTokens
{
    /// <summary>A client's secret where one is set, otherwise the managed identity of the machine.</summary>
    public static TokenCredential Credential(MailOptions options) => options switch
    {
        { TenantId: { } tenant, ClientId: { } client, ClientSecret: { } secret } => new ClientSecretCredential(tenant, client, secret),
        { ClientId: { } client } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client)),
        _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
    };

    /// <inheritdoc/>
    public async Task<MailToken> GetAsync(CancellationToken cancellation)
    {
        try
        {
            return MailToken.Of((await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellation)).Token);
        }
        catch (AuthenticationFailedException e)
        {
            var status = Status(e);
            LogNone(e.GetType().Name, status);
            return status is >= 400 and < 500 and not (408 or 429) || e is CredentialUnavailableException ? MailToken.Refused : MailToken.Unavailable;
        }
    }

    // The exception's own text may quote what was sent, so only the status is kept.
    private static int Status(Exception? e) => e switch
    {
        null => 0,
        RequestFailedException failed => failed.Status,
        Microsoft.Identity.Client.MsalServiceException service => service.StatusCode,
        _ => Status(e.InnerException),
    };

    [LoggerMessage(2601, LogLevel.Warning, "No access token for e-mail: {Exception} (status {Status})")]
    private partial void LogNone(string exception, int status);
}
