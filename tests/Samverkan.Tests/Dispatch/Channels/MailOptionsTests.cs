using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Tests.Dispatch.Channels;

public class MailOptionsTests
{
    private static readonly MailOptions Valid = new()
    {
        Host = "mejl.alingsas.example",
        From = "samverkan@alingsas.example",
        User = "samverkan",
        Password = "hemligt",
    };

    public static TheoryData<string, Func<MailOptions, MailOptions>> Invalid() => new()
    {
        { "Smtp:Host", o => o with { Host = "mejl.alingsas.example:587" } },
        { "Smtp:Host", o => o with { Host = "" } },
        { "Smtp:Port", o => o with { Port = 0 } },
        { "Smtp:Port", o => o with { Port = 65536 } },
        { "Smtp:Security", o => o with { Security = (MailSecurity)17 } },
        { "Smtp:Security", o => o with { Security = MailSecurity.Off } },
        { "Smtp:EhloName", o => o with { EhloName = "min dator" } },
        { "Smtp:EhloName", o => o with { EhloName = "[300.1.1.1]" } },
        { "Smtp:From", o => o with { From = null } },
        { "Smtp:From", o => o with { From = "samverkan\r\nRCPT TO:<x@y.example>" } },
        { "Smtp:From", o => o with { From = $"a@{string.Join('.', Enumerable.Repeat(new string('a', 50), 4))}" } },
        { "Smtp:FromName", o => o with { FromName = " " } },
        { "Smtp:ReplyTo", o => o with { ReplyTo = "registrator" } },
        { "Smtp:User", o => o with { User = null } },
        { "Smtp:Password", o => o with { Password = "" } },
        { "Smtp:User", o => o with { Password = "hemligt\0" } },
        { "Smtp:TrustedRootFile", o => o with { TrustedRootFile = Path.Combine(AppContext.BaseDirectory, "finns-inte.pem") } },
        { "Smtp:TrustedRootFile", o => o with { TrustedRootFile = typeof(MailOptionsTests).Assembly.Location.Replace(".dll", ".deps.json", StringComparison.Ordinal) } },
        { "Smtp:MaxEncodedBytes", o => o with { MaxEncodedBytes = 0 } },
        { "Smtp:ConnectTimeout", o => o with { ConnectTimeout = TimeSpan.Zero } },
        { "Smtp:CommandTimeout", o => o with { CommandTimeout = TimeSpan.FromDays(2) } },
        { "Mail:GraphTimeout", o => o with { Via = MailVia.Graph, GraphTimeout = TimeSpan.Zero } },
        { "Mail:GraphTimeout", o => o with { Via = MailVia.Graph, GraphTimeout = TimeSpan.FromMinutes(11) } },
        { "Smtp:AnswerTimeout", o => o with { AnswerTimeout = TimeSpan.FromMilliseconds(-1) } },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Problems_of_an_invalid_setting_name_it_and_never_the_password(string setting, Func<MailOptions, MailOptions> change)
    {
        var problem = Assert.Single(change(Valid).Problems());
        Assert.StartsWith(setting, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_valid_settings_are_none()
    {
        Assert.Empty(Valid.Problems());
        Assert.Empty(new MailOptions().Problems());
        Assert.Empty((Valid with { Security = MailSecurity.Off, AllowClearTextAuth = true, EhloName = "[192.0.2.1]" }).Problems());
        Assert.Empty((Valid with { User = null, Password = null, Security = MailSecurity.Off, EhloName = "[IPv6:2001:db8::1]" }).Problems());
    }

    [Fact]
    public void A_root_in_a_file_is_taken()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var root = new CertificateRequest("CN=Alingsås rot", key, HashAlgorithmName.SHA256)
                .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            File.WriteAllText(file, root.ExportCertificatePem());
            Assert.Empty((Valid with { TrustedRootFile = file }).Problems());
            using var transport = new SmtpTransport(Valid with { TrustedRootFile = file }, NullLogger<SmtpTransport>.Instance);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ToString_never_shows_the_password() => Assert.DoesNotContain("hemligt", Valid.ToString(), StringComparison.Ordinal);
}
