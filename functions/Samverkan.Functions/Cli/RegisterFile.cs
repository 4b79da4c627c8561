using Samverkan.Agreements;

namespace Samverkan.Functions.Cli;

/// <summary>Reads a register's file for the command line, with what is wrong to standard error.</summary>
internal static class RegisterFile
{
    /// <summary>The register; null where the file cannot be read or has errors, which have then been printed.</summary>
    public static async Task<Register?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (await BytesAsync(path, cancellation) is not { } bytes) return null;
        var reading = RegisterReader.Read(bytes);
        foreach (var error in reading.Errors) await Console.Error.WriteLineAsync(error.ToString());
        return reading.Register;
    }

    /// <summary>The file's bytes; null where it cannot be read, which has then been printed.</summary>
    public static async Task<byte[]?> BytesAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > RegisterBook.MostBytes })
            {
                await Console.Error.WriteLineAsync($"{path} är större än {RegisterBook.MostBytes / (1024 * 1024)} MB och är knappast ett register.");
                return null;
            }

            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} går inte att läsa: {e.Message} Kontrollera sökvägen och rättigheterna.");
            return null;
        }
    }
}
