using System.Net;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Functions.Tests;

/// <summary>Tokens of the credential, and what its faults mean for a try.</summary>
public sealed class AzureMailTokensTests
{
    private const string Scope = "https://outlook.example/.default";

    [Fact]
    public async Task GetAsync_asks_for_the_scope_and_shows_the_token_to_nobody()
    {
        var credential = new Fake(() => "hemlig");
        var token = await Tokens(credential).GetAsync(null, default);
        Assert.Equal("hemlig", token.Value);
        Assert.DoesNotContain("hemlig", token.ToString(), StringComparison.Ordinal);
        Assert.Equal([Scope], Assert.Single(credential.Asked).Scopes);
    }

    // When a token is near its end the credential knows, not we: a token kept here could outlive it.
    [Fact]
    public async Task GetAsync_keeps_no_token_beside_the_credential()
    {
        var number = 0;
        var tokens = Tokens(new Fake(() => $"nr {++number}"));
        Assert.Equal(("nr 1", "nr 2"), ((await tokens.GetAsync(null, default)).Value, (await tokens.GetAsync(null, default)).Value));
    }

    // Against the credentials themselves, which keep what the issuer gives them: the issuer is the only part played.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetAsync_after_a_refusal_asks_the_issuer_once_for_another_and_keeps_that(bool hasSecret)
    {
        using var issuer = new Issuer();
        using var http = new HttpClient(issuer);
        var tokens = Tokens(issuer.Credential(new HttpClientTransport(http), hasSecret));
        var first = await tokens.GetAsync(null, default);
        Assert.Equal(first, await tokens.GetAsync(null, default));
        Assert.Equal(1, issuer.Asked);
        var second = await tokens.GetAsync(first, default);
        Assert.NotEqual(first, second);
        Assert.Equal((second, second), (await tokens.GetAsync(first, default), await tokens.GetAsync(null, default)));
        Assert.Equal(2, issuer.Asked);
    }

    [Fact]
    public async Task GetAsync_gives_the_same_again_where_the_issuer_has_no_other()
    {
        var credential = new Fake(() => "samma");
        Assert.Equal("samma", (await Tokens(credential).GetAsync(MailToken.Of("samma"), default)).Value);
        Assert.Equal([false, true], credential.Asked.Select(a => a.Claims is not null));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(0, true)]
    public async Task GetAsync_tells_a_refusal_from_what_may_pass(int status, bool mayPass)
    {
        var failure = new AuthenticationFailedException("client_secret=hemlig", new RequestFailedException(status, "hemlig"));
        var token = await Tokens(new Fake(() => throw failure)).GetAsync(null, default);
        Assert.Equal((null, mayPass), (token.Value, token.MayPass));
    }

    [Fact]
    public async Task GetAsync_without_any_identity_on_the_machine_is_a_matter_of_settings() =>
        Assert.False((await Tokens(new Fake(() => throw new CredentialUnavailableException("none"))).GetAsync(null, default)).MayPass);

    [Fact]
    public async Task GetAsync_that_is_cancelled_is_no_refusal() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Tokens(new Fake(() => throw new OperationCanceledException())).GetAsync(null, default));

    [Fact]
    public void Credential_is_a_secret_where_there_is_one_and_otherwise_the_machines_identity()
    {
        var options = new MailOptions { TenantId = "7d9a0b4e-0000-4000-8000-000000000001", ClientId = "app", ClientSecret = "hemlig" };
        Assert.IsType<ClientSecretCredential>(AzureMailTokens.Credential(options));
        Assert.IsType<ManagedIdentityCredential>(AzureMailTokens.Credential(options with { ClientSecret = null }));
        Assert.IsType<ManagedIdentityCredential>(AzureMailTokens.Credential(new MailOptions()));
    }

    private static AzureMailTokens Tokens(TokenCredential credential) => new(credential, Scope, SystemClock.Instance, NullLogger<AzureMailTokens>.Instance);

    private sealed class Fake(Func<string> answer) : TokenCredential
    {
        public List<TokenRequestContext> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Everything is asked asynchronously.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.Add(requestContext);
            return ValueTask.FromResult(new AccessToken(answer(), DateTimeOffset.MaxValue));
        }
    }

    private sealed class Issuer : HttpMessageHandler
    {
        public int Asked { get; private set; }

        public TokenCredential Credential(HttpPipelineTransport transport, bool hasSecret) => hasSecret
            ? new ClientSecretCredential(
                "7d9a0b4e-0000-4000-8000-000000000001", "app", "hemlig", new ClientSecretCredentialOptions { Transport = transport, DisableInstanceDiscovery = true })
            : new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(ManagedIdentityId.SystemAssigned) { Transport = transport });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var end = DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeSeconds(); // the credential reads the machine's clock
            var answer = $$"""{"access_token":"nr {{++Asked}}","expires_in":"86399","expires_on":"{{end}}","token_type":"Bearer","resource":"https://outlook.example"}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") });
        }
    }
}
