using System.Buffers;
using System.Text;

namespace Samverkan.Formats.Smtp;

/// <summary>
/// Takes a message and sends it in blocks with its dots stuffed (RFC 5321 4.5.2). Refuses what a server could read in
/// two ways: a bare CR or LF (how mail is smuggled), NUL, lines over 998 characters, and bytes beyond ASCII that were
/// not declared.
/// </summary>
internal sealed class SmtpContentStream(SmtpChannel channel, bool eightBit, SmtpProgressReporter progress) : Stream
{
    private const int LongestLine = 998;
    private const int Slice = 16 * 1024;

    private const int BlockLength = 4 * Slice;

    private readonly byte[] block = ArrayPool<byte>.Shared.Rent(BlockLength);
    private int used;
    private int column;
    private bool afterCr;
    private bool returned;

    /// <summary>How many bytes of content have come.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Taken;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var slice = buffer[..Math.Min(Slice, buffer.Length)];
            if (BlockLength - used < 2 * slice.Length) // each byte a dot that begins a line is the worst case
                await SendAsync(SmtpPhase.Data, cancellationToken);
            Take(slice.Span);
            buffer = buffer[slice.Length..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Ends the content, with a line end if its last line has none, and the final dot.</summary>
    public async Task FinishAsync(long size, CancellationToken cancellationToken)
    {
        if (Taken != size)
            throw Invalid($"The content has {Taken} bytes, declared were {size}.");
        if (afterCr)
            throw Invalid("A bare CR.");
        if (BlockLength - used < 5)
            await SendAsync(SmtpPhase.Data, cancellationToken);
        Put(column > 0 ? "\r\n.\r\n"u8 : ".\r\n"u8);
        progress.Enter(SmtpPhase.AfterData);
        await SendAsync(SmtpPhase.AfterData, cancellationToken);
    }

    public override void Flush()
    {
        // Blocks are sent when they are full and at the end.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Write the content with WriteAsync.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !returned) ArrayPool<byte>.Shared.Return(block);
        returned = true;
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> content)
    {
        Taken += content.Length;
        while (!content.IsEmpty)
        {
            if (afterCr)
            {
                if (content[0] != '\n')
                    throw Invalid("A bare CR.");
                Put("\r\n"u8);
                (afterCr, column) = (false, 0);
                content = content[1..];
                continue;
            }

            var end = content.IndexOfAny((byte)'\r', (byte)'\n', (byte)0);
            TakeRun(end < 0 ? content : content[..end]);
            if (end >= 0 && content[end] != '\r')
                throw Invalid(content[end] == 0 ? "A NUL." : "A bare LF.");
            afterCr = end >= 0;
            content = end < 0 ? [] : content[(end + 1)..];
        }
    }

    private void TakeRun(ReadOnlySpan<byte> run)
    {
        if (!eightBit && !Ascii.IsValid(run))
            throw Invalid("A byte beyond ASCII.");
        if (column == 0 && run.StartsWith("."u8))
            Put("."u8);
        column += run.Length;
        if (column > LongestLine)
            throw Invalid($"A line of more than {LongestLine} characters.");
        Put(run);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(block.AsSpan(used));
        used += bytes.Length;
    }

    private async Task SendAsync(SmtpPhase phase, CancellationToken cancellationToken)
    {
        await channel.SendAsync(phase, block.AsMemory(0, used), cancellationToken);
        used = 0;
        progress.Sent(Taken);
    }

    private static SmtpException Invalid(string why) => new(SmtpPhase.Data, SmtpFault.InvalidContent, why);
}
