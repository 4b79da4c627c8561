using System.Text;
using NodaTime;
using Samverkan.Ledger;
using Samverkan.Storage.Local;

namespace Samverkan.Storage.Tests.Local;

public sealed class LocalErasurePersonalTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_is_erased_is_in_no_byte_of_the_database_once_the_log_has_been_written_back()
    {
        var stream = StreamId.Parse("avtal.2023");
        var secret = string.Concat(Enumerable.Repeat("hemlig-adress@region.example ", 400));
        using (var database = new SqliteDatabase(_data.Options))
        {
            var stored = new StoredEvent(stream, 1, "x", Instant.FromUtc(2023, 1, 1, 0, 0), "system:test", "{}", secret, new string('a', 64));
            Assert.True(await new SqliteLedgerStore(database).AppendAsync(StreamHead.None(stream), [stored], default));
            await new LocalErasure(database, _data.Options).ErasePersonalAsync(stream, 1, "{}", default);
        }

        // The last connection that closes writes the log back into the file.
        Assert.DoesNotContain("hemlig-adress", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_data.Options.DatabasePath)), StringComparison.Ordinal);
        Assert.False(File.Exists(_data.Options.DatabasePath + "-wal") && new FileInfo(_data.Options.DatabasePath + "-wal").Length > 0);
    }
}
