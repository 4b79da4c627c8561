using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;
using Samverkan.Storage.Tests.Azure;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>What a delivery costs in transactions of the storage account.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TransactionTests(AzuriteFixture azurite)
{
    private const int Most = 14;

    [AzuriteFact]
    public async Task From_owed_to_handed_over_costs_at_most_14_transactions()
    {
        var between = new PassingPolicy();
        await using var host = new AzureHost(await azurite.NewAsync(), new ReadingTransport(), between);
        var ids = await host.OweAsync(boards: 5, plans: 1);
        foreach (var _ in ids)
        {
            between.Reset();
            Assert.NotNull(await host.WorkOneAsync());
            Assert.True(between.Count <= Most, $"{between.Count} transactions:\n{string.Join('\n', between.Sent)}");
        }

        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(DeliveryState.HandedOver, d.State));
    }

    // As a mail server does, it asks for every byte.
    private sealed class ReadingTransport : IMailTransport
    {
        public EndpointId? Endpoint { get; } = EndpointId.Mail("mejl.example", 25);

        public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
        {
            await MimeWriter.WriteAsync(message, Stream.Null, cancellation);
            return new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Accepted, "250 OK") { Endpoint = EndpointHealth.Works };
        }
    }
}
