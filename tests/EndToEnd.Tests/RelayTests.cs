using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Samverkan.Formats.Mime;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>The program, a real relay that takes mail over TLS alone, and the mail server behind it.</summary>
public sealed class RelayTests
{
    private const string Unknown = "hsn-kansli@region.example";

    [PostfixFact]
    public async Task The_storys_letters_reach_the_next_server_once_over_STARTTLS_and_an_unknown_recipient_waits_for_a_person()
    {
        using var files = new CertificateFiles(TestCertificates.Valid);
        using var data = new DataFolder();
        await using var next = await SmtpServerProcess.StartAsync();
        await using var relay = await PostfixRelay.StartAsync(files, next.Port, [.. Addresses(data).Where(address => address != Unknown)]);
        await using var host = await HostProcess.StartAsync(data.Path, Settings(relay.Port, "Required", files));

        data.Drop("protokollsutdrag 60.txt", Sample("KS 60.txt"));
        await DeliveredAsync(host, relay, handedOver: 2);
        data.Drop("Verksamhetsplan folkhälsa och social hållbarhet 2023.docx", Sample("2023.docx"));
        await DeliveredAsync(host, relay, handedOver: 3);
        data.Drop("protokollsutdrag 193.txt", Sample("KS 193.txt"));
        var rows = await DeliveredAsync(host, relay, handedOver: 10, needsPerson: 1);

        var mails = await ArrivedAsync(next, relay, rows);
        Assert.All(mails.Values, mail => Assert.Matches(
            @"^from alingsas\.example \(.*\)\s+\(using TLSv1\.[23] with cipher .*\)\s+by relay\.kommun\.example \(Postfix\) with ESMTPS id ", mail.Header("Received")));
        var adopted = Assert.Single(mails.Values, mail => mail.Header("Subject")!.StartsWith("Fastställd", StringComparison.Ordinal));
        Assert.Equal([Sample("2023.docx"), Sample("KS 193.txt")], adopted.All().Where(p => p.IsAttachment).Select(p => p.Content().ToArray()));
        Assert.Contains("250 2.0.0 Ok: queued as", await PageAsync(host, rows.First(r => DeliveryRows.State(r) == "handedOver")), StringComparison.Ordinal);

        var refused = Assert.Single(rows, r => DeliveryRows.State(r) == "needsPerson");
        Assert.Equal(("hsn-kansli-goteborg", 1), (DeliveryRows.To(refused), refused.GetProperty("attempts").GetInt32()));
        var page = await PageAsync(host, refused);
        Assert.Contains("Mejlservern godtog inte mottagarens adress.", page, StringComparison.Ordinal);
        Assert.Contains($"550 5.1.1 <{Unknown}>", page, StringComparison.Ordinal);
        Assert.Equal(0, await host.StopAsync());
        Assert.Equal(0, (await HostProcess.RunAsync("verify", "--data", data.Path)).Code);
    }

    [PostfixFact]
    public async Task A_relay_with_TLS_from_the_first_byte_gets_every_letter_once()
    {
        using var files = new CertificateFiles(TestCertificates.Valid);
        using var data = new DataFolder();
        ManyBoards.Drop(data.Path, boards: 5, plans: 2);
        await using var next = await SmtpServerProcess.StartAsync();
        await using var relay = await PostfixRelay.StartAsync(files, next.Port, Addresses(data));
        await using var host = await HostProcess.StartAsync(data.Path, Settings(relay.ImplicitPort, "Implicit", files));
        var mails = await ArrivedAsync(next, relay, await DeliveredAsync(host, relay, handedOver: 10));
        Assert.All(mails.Values, mail => Assert.Contains(" with ESMTPS id ", mail.Header("Received"), StringComparison.Ordinal));
        Assert.Equal(0, await host.StopAsync());
    }

    [PostfixFact]
    public async Task A_certificate_from_an_unknown_issuer_gets_nothing() =>
        await DistrustedAsync(TestCertificates.Valid, isIssuerKnown: false, "RemoteCertificateChainErrors");

    [PostfixFact]
    public async Task A_certificate_of_another_server_gets_nothing() =>
        await DistrustedAsync(TestCertificates.OtherName, isIssuerKnown: true, "RemoteCertificateNameMismatch");

    private static async Task DistrustedAsync(X509Certificate2 certificate, bool isIssuerKnown, string fault)
    {
        using var files = new CertificateFiles(certificate);
        using var data = new DataFolder();
        ManyBoards.Drop(data.Path, boards: 2, plans: 1);
        await using var next = await SmtpServerProcess.StartAsync();
        await using var relay = await PostfixRelay.StartAsync(files, next.Port, Addresses(data));
        await using var host = await HostProcess.StartAsync(data.Path, Settings(relay.Port, "Required", isIssuerKnown ? files : null));
        foreach (var row in await DeliveredAsync(host, relay, handedOver: 0, needsPerson: 2))
        {
            var page = await PageAsync(host, row);
            Assert.Contains("Mejlserverns certifikat går inte att lita på: okänd utfärdare, fel namn eller gammalt datum.", page, StringComparison.Ordinal);
            Assert.Contains("Smtp:TrustedRootFile", page, StringComparison.Ordinal);
        }

        Assert.Equal(0, await host.StopAsync());
        Assert.Contains($"({fault})", host.Output, StringComparison.Ordinal);
        Assert.Contains("connect from", relay.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("client=", relay.Log, StringComparison.Ordinal); // what it writes at the first recipient that it takes
        Assert.Empty(next.Messages());
    }

    private static (string, string)[] Settings(int port, string security, CertificateFiles? trusted) =>
    [
        ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", port.ToString(CultureInfo.InvariantCulture)), ("Smtp__Security", security),
        ("Smtp__From", "samverkan@alingsas.example"), ("Smtp__TrustedRootFile", trusted?.Root ?? ""),
        ("Deadlines__AdoptionWait", "00:00:00"), ("DispatchSweepSchedule", "* * * * * *"),
    ];

    private static Task<IReadOnlyList<JsonElement>> DeliveredAsync(HostProcess host, PostfixRelay relay, int handedOver, int needsPerson = 0) =>
        DeliveryRows.UntilAsync(
            host,
            rows => (rows.Count(r => DeliveryRows.State(r) == "handedOver"), rows.Count(r => DeliveryRows.State(r) == "needsPerson")) == (handedOver, needsPerson),
            seconds: 180);

    // Each delivery by its id, which is its letter's Message-ID; the relay may still be at work on the last of them.
    private static async Task<IReadOnlyDictionary<string, MimeEntity>> ArrivedAsync(SmtpServerProcess next, PostfixRelay relay, IReadOnlyList<JsonElement> rows)
    {
        var ids = rows.Where(r => DeliveryRows.State(r) == "handedOver").Select(DeliveryRows.Id).Order(StringComparer.Ordinal).ToArray();
        ILookup<string, MimeEntity> mails = Enumerable.Empty<MimeEntity>().ToLookup(_ => "");
        await Wait.UntilAsync(
            () =>
            {
                mails = next.Messages().Select(m => MimeReader.Read(m)).ToLookup(m => m.Header("Message-ID")!.TrimStart('<').Split('@')[0], StringComparer.Ordinal);
                return Task.FromResult(Array.TrueForAll(ids, mails.Contains));
            },
            () => relay.Log,
            TimeSpan.FromSeconds(120));
        return ids.ToDictionary(id => id, id => Assert.Single(mails[id]), StringComparer.Ordinal);
    }

    private static async Task<string> PageAsync(HostProcess host, JsonElement row) =>
        WebUtility.HtmlDecode(await host.Http.GetStringAsync(new Uri($"/expediering/{DeliveryRows.Id(row)}", UriKind.Relative)));

    private static string[] Addresses(DataFolder data)
    {
        using var register = JsonDocument.Parse(File.ReadAllText(data.In("register.json")));
        return [.. register.RootElement.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("channel").GetProperty("address").GetString()!)];
    }

    private static byte[] Sample(string end) =>
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(HostProcess.Samples, "demo")).Single(f => f.EndsWith(end, StringComparison.Ordinal)));
}
