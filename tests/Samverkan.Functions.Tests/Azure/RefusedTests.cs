using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Intake;
using Samverkan.Storage.Azure;
using Samverkan.Storage.Tests.Azure;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>Roles and secrets that are missing, at start and while the host runs.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RefusedTests(AzuriteFixture azurite)
{
    private readonly CountingTransport _transport = new();

    [AzuriteFact]
    public async Task A_role_that_is_taken_away_loses_nothing_and_given_back_all_goes_on()
    {
        var refusing = new Refusing();
        var account = await azurite.NewAsync();
        await using var host = new AzureHost(account, _transport, change: services => services.AddSingleton(
            new AzureAccount(account with { Configure = client => client.AddPolicy(refusing, HttpPipelinePosition.PerCall) })));
        var ids = await host.OweAsync(boards: 3, plans: 1);
        await host.DropAsync("strunt.txt", Encoding.UTF8.GetBytes("Ingen handling."));

        refusing.Refuses = true;
        var told = (await new AccountProbe(host.Get<AzureAccount>()).WriteAsync(default))!;
        Assert.Equal("storage.refused", told.Code);
        Assert.Contains("Storage Table Data Contributor", told.Sentence, StringComparison.Ordinal);
        foreach (var id in ids) await Assert.ThrowsAsync<RequestFailedException>(() => host.Get<GatedDispatcher>().TryAsync(id, default));
        await Assert.ThrowsAsync<RequestFailedException>(() => host.Get<InboxSweep>().RunAsync(default));
        Assert.Empty(_transport.Taken);

        refusing.Refuses = false;
        foreach (var id in ids) Assert.NotNull((await host.Get<GatedDispatcher>().TryAsync(id, default)).Outcome);
        Assert.Equal(1, await host.Get<InboxSweep>().RunAsync(default));
        Assert.All(_transport.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(DeliveryState.HandedOver, d.State));
        Assert.True(await host.VerifiesAsync());
    }

    [AzuriteFact]
    public async Task A_container_that_is_taken_away_makes_the_host_unready()
    {
        await using var host = new AzureHost(await azurite.NewAsync(), _transport);
        await host.Get<AzureAccount>().Container(AzureNames.Archive).DeleteAsync();
        var told = (await new AccountProbe(host.Get<AzureAccount>()).WriteAsync(default))!;
        Assert.Equal("storage.missing", told.Code);
        Assert.Contains("Storage:ConnectionString", told.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_secret_of_the_identity_is_one_line_that_names_the_setting_and_the_remedy()
    {
        var told = AzureStorageException.Of(new AuthenticationFailedException("AADSTS7000222: The provided client secret keys are expired"), "Storage:AccountName")!;
        Assert.Equal("storage.identity", told.Code);
        Assert.Contains("Storage:AccountName", told.Message, StringComparison.Ordinal);
        Assert.Contains("inte har gått ut", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_the_platform_could_not_fetch_is_named_once_with_its_remedy()
    {
        var settings = HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
            [new("Smtp:Host", "mejl.example"), new("Smtp:From", "a@b.example"), new("Smtp:User", "a"), new("Smtp:Password", "@Microsoft.KeyVault(VaultName=valv;SecretName=SmtpPassword)")]).Build());
        var problem = Assert.Single(settings.Problems, p => p.Contains("nyckelvalvet", StringComparison.Ordinal));
        Assert.StartsWith("Smtp:Password ", problem, StringComparison.Ordinal);
        Assert.Contains("Key Vault Secrets User", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_stands_in_front_of_the_embedded_host_whatever_its_environment_says() =>
        Assert.False(HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", "True")]).Build()).EasyAuth);

    private sealed class Refusing : HttpPipelinePolicy
    {
        public bool Refuses { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything is sent asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (Refuses) message.Response = new ServiceAnswer(403, """{"odata.error":{"code":"AuthorizationPermissionMismatch","message":{"lang":"en-US","value":"This request is not authorized."}}}""");
            else await ProcessNextAsync(message, pipeline);
        }
    }
}
