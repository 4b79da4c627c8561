namespace EndToEnd.Tests;

/// <summary>A data folder with the sample register, gone with the test.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder() => File.Copy(System.IO.Path.Combine(HostProcess.Samples, "register.json"), In("register.json"));

    public string Path { get; } = Directory.CreateTempSubdirectory("samverkan-e2e-").FullName;

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Drops a file as a person does: copied in under its name.</summary>
    public void Drop(string name, byte[] bytes)
    {
        var target = In(["inkorg", .. name.Split('/')]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
