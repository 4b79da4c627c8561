using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Functions;

/// <summary>Access tokens of Microsoft Entra ID; the credential keeps a token until shortly before it ends, or is refused.</summary>
internal sealed partial class AzureMailTokens(TokenCredential credential, string scope, IClock clock, ILogger<AzureMailTokens> log) : IMailTokens
{
    /// <summary>A client's secret where one is set, otherwise the managed identity of the machine.</summary>
    public static TokenCredential Credential(MailOptions options) => options switch
    {
        { TenantId: { } tenant, ClientId: { } client, ClientSecret: { } secret } => new ClientSecretCredential(tenant, client, secret),
        { ClientId: { } client } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client)),
        _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
    };

    /// <inheritdoc/>
    public async Task<MailToken> GetAsync(MailToken? refused, CancellationToken cancellation)
    {
        var token = await GetAsync(new TokenRequestContext([scope]), cancellation);
        return refused is not null && token == refused ? await GetAsync(new TokenRequestContext([scope], claims: NotBeforeNow()), cancellation) : token;
    }

    private async Task<MailToken> GetAsync(TokenRequestContext context, CancellationToken cancellation)
    {
        try
        {
            return MailToken.Of((await credential.GetTokenAsync(context, cancellation)).Token);
        }
        catch (AuthenticationFailedException e)
        {
            var status = Status(e);
            LogNone(e.GetType().Name, status);
            return status is >= 400 and < 500 and not (408 or 429) || e is CredentialUnavailableException ? MailToken.Refused : MailToken.Unavailable;
        }
    }

    // A credential cannot be told to forget; but one that is asked for claims never answers with a token that it keeps. This is
    // the claim that a service asks for when it has withdrawn a token: one that was issued from now on.
    private string NotBeforeNow() => JsonSerializer.Serialize(
        new { access_token = new { nbf = new { essential = true, value = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) } } });

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
