using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Formats.Mime;

namespace Samverkan.Tests.Dispatch.Channels;

public class FileTransportTests
{
    private readonly Outbox _outbox = new();

    [Fact]
    public async Task A_message_is_written_under_its_deliverys_id_and_nobody_has_received_it()
    {
        var parcel = Parcels.Adopted();
        var result = await new EmailChannel(new FileTransport(_outbox), new MailOptions()).SendAsync(parcel, default);

        Assert.Equal(new ChannelResult(AttemptOutcome.WrittenToFile, "mail.written-to-file", $"Skriven till utkorgen som {parcel.Id}.eml"), result);
        Assert.Equal($"{parcel.Id}.eml", _outbox.Name);
        Assert.Equal(parcel.Letter.Subject, MimeReader.Read(_outbox.Bytes).Header("Subject"));
    }

    [Fact]
    public async Task In_a_demonstration_it_counts_as_handed_over() => Assert.Equal(
        new ChannelResult(AttemptOutcome.HandedOver, "mail.demo", "Demo: skriven till utkorgen"),
        await new EmailChannel(new FileTransport(_outbox, countsAsHandedOver: true), new MailOptions()).SendAsync(Parcels.Adopted(), default));

    private sealed class Outbox : IOutbox
    {
        public string? Name { get; private set; }

        public byte[] Bytes { get; private set; } = [];

        public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
        {
            using var output = new MemoryStream();
            await write(output, cancellation);
            (Name, Bytes) = (name, output.ToArray());
        }
    }
}
