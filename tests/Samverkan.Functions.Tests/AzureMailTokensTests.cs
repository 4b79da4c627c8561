using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging.Abstractions;
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
        var token = await Tokens(credential).GetAsync(default);
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
        Assert.Equal(("nr 1", "nr 2"), ((await tokens.GetAsync(default)).Value, (await tokens.GetAsync(default)).Value));
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
        var token = await Tokens(new Fake(() => throw failure)).GetAsync(default);
        Assert.Equal((null, mayPass), (token.Value, token.MayPass));
    }

    [Fact]
    public async Task GetAsync_without_any_identity_on_the_machine_is_a_matter_of_settings() =>
        Assert.False((await Tokens(new Fake(() => throw new CredentialUnavailableException("none"))).GetAsync(default)).MayPass);

    [Fact]
    public async Task GetAsync_that_is_cancelled_is_no_refusal() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Tokens(new Fake(() => throw new OperationCanceledException())).GetAsync(default));

    [Fact]
    public void Credential_is_a_secret_where_there_is_one_and_otherwise_the_machines_identity()
    {
        var options = new MailOptions { TenantId = "7d9a0b4e-0000-4000-8000-000000000001", ClientId = "app", ClientSecret = "hemlig" };
        Assert.IsType<ClientSecretCredential>(AzureMailTokens.Credential(options));
        Assert.IsType<ManagedIdentityCredential>(AzureMailTokens.Credential(options with { ClientSecret = null }));
        Assert.IsType<ManagedIdentityCredential>(AzureMailTokens.Credential(new MailOptions()));
    }

    private static AzureMailTokens Tokens(Fake credential) => new(credential, Scope, NullLogger<AzureMailTokens>.Instance);

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
}
