using Samverkan.Ledger;
using Samverkan.Storage.Azure;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>Trying the storage account's stores by writing to them.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AzureProbeTests(AzuriteFixture azurite)
{
    [AzuriteFact]
    public async Task What_can_be_written_to_has_no_fault_and_neither_store_has_anything_more()
    {
        var account = new AzureAccount(await azurite.NewAsync());
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await new TableProbe(account).WriteAsync(default));
            Assert.Null(await new BlobProbe(account).WriteAsync(default));
        }

        Assert.Empty(account.Container(AzureNames.Archive).GetBlobs());
        Assert.Empty(await new TableLedgerStore(account).HeadsAsync(default).ToListAsync());
        Assert.False(StreamId.TryParse(TableProbe.Key, out _));
    }

    [AzuriteFact]
    public async Task A_table_and_a_container_that_are_gone_are_missing_with_the_remedy()
    {
        var account = new AzureAccount((await azurite.NewAsync()) with { Prefix = "borta" });
        foreach (var fault in new[] { await new TableProbe(account).WriteAsync(default), await new BlobProbe(account).WriteAsync(default) })
        {
            Assert.Equal("storage.missing", fault!.Code);
            Assert.Contains("Kör mallen i infra/ igen", fault.Sentence, StringComparison.Ordinal);
        }
    }

    [AzuriteFact]
    public async Task A_key_that_the_account_refuses_names_the_roles_and_tells_no_secret()
    {
        var wrong = Convert.ToBase64String(new byte[64]);
        var connection = string.Join(';', azurite.ConnectionString.Split(';').Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? "AccountKey=" + wrong : part));
        Assert.Contains(wrong, connection, StringComparison.Ordinal);
        var account = new AzureAccount(new AzureStorageOptions { ConnectionString = connection });
        foreach (var fault in new[] { await new TableProbe(account).WriteAsync(default), await new BlobProbe(account).WriteAsync(default) })
        {
            Assert.Equal("storage.refused", fault!.Code);
            Assert.Contains("Storage Table Data Contributor", fault.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain(wrong, fault.Sentence, StringComparison.Ordinal);
        }
    }
}
