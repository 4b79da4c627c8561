namespace Samverkan.Storage.Tests.Contracts;

public static class StreamReading
{
    public static async Task<byte[]> ReadAllAsync(this Stream? stream)
    {
        Assert.NotNull(stream);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
