using System.Security.Cryptography.X509Certificates;

namespace Samverkan.Formats.Tests.Servers;

/// <summary>A server's certificate and key, and the root that it is issued under, as PEM files that are gone with the test.</summary>
internal sealed class CertificateFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certificates-");

    public CertificateFiles(X509Certificate2 certificate)
    {
        using var secret = certificate.GetECDsaPrivateKey();
        Key = Write("key.pem", secret!.ExportPkcs8PrivateKeyPem());
        Certificate = Write("certificate.pem", certificate.ExportCertificatePem());
        Root = Write("root.pem", TestCertificates.Root.ExportCertificatePem());
    }

    public string Key { get; }

    public string Certificate { get; }

    public string Root { get; }

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
