using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Simulation;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Certificates;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Desk;
using Samverkan.Ledger;

namespace Samverkan.Functions.Tests;

/// <summary>What an outsider can check with nothing but the file, and what nobody can change in it.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task A_certificate_of_the_story_holds_by_itself_and_is_under_the_next_days_anchor()
    {
        await using var play = await PlayedAsync();
        var certificate = await IssueAsync(play);
        var read = CertificateJson.Read(Encoding.UTF8.GetBytes(CertificateJson.Write(certificate)));

        Assert.NotNull(read);
        Assert.Empty(CertificateCheck.Faults(read));
        Assert.Equal(new LocalDate(2022, 12, 13), read.Proof.Anchor!.Day);
        Assert.Equal(["plan", "extract"], read.Delivery.Documents.Select(d => d.Part));
        Assert.Equal("folkhalsa@region.example", Assert.Single(read.Delivery.Attempts).Address);
        Assert.Equal("2022-12-12T14:15", read.Delivery.HandedOverAt!.Local.ToString("uuuu'-'MM'-'dd'T'HH':'mm", null));
        Assert.Equal(1, read.Delivery.HandedOverAt.Local.Offset.Seconds / 3600);
    }

    [Theory]
    [InlineData("handed over")]
    [InlineData("sent again")]
    [InlineData("sends again")]
    [InlineData("cancelled")]
    [InlineData("acknowledged")]
    [InlineData("bounced twice")]
    public async Task Nothing_in_the_file_can_be_changed_without_its_showing(string what)
    {
        await using var play = await PlayedAsync();
        var certificate = await IssueAsync(play, await HappenAsync(play, what));

        Assert.True(CertificateTampering.IsFound(certificate) > 100);
        Assert.NotNull(certificate.Proof.Anchor);
        var (facts, by, why) = (certificate.Delivery, "Anna Andersson", "Därför att 123");
        Assert.Equal(what == "sent again", facts.ResentAs is not null);
        if (what is "sends again" or "cancelled") Assert.Equal((by, why), (facts.Resent!.By, facts.Resent.Reason));
        if (what == "cancelled") Assert.Equal((by, "Ångrat 456"), (facts.Cancelled!.By, facts.Cancelled.Reason));
        if (what == "acknowledged") Assert.Equal((by, why), (facts.Receipt!.By, facts.Receipt.Reason));
        if (what == "bounced twice") Assert.Equal(["5.1.1 a", "5.2.2 b"], facts.Attempts.Select(a => a.Bounce!.Answer));
    }

    [Fact]
    public async Task A_certificate_of_the_first_form_still_holds_and_states_no_bounces()
    {
        await using var play = await PlayedAsync();
        var text = CertificateJson.Write(await IssueAsync(play, await HappenAsync(play, "bounced twice")));
        var without = JsonNode.Parse(text)!;
        foreach (var attempt in without["delivery"]!["attempts"]!.AsArray()) attempt!.AsObject().Remove("bounce");

        Assert.False(CertificateTampering.Holds(without.ToJsonString()));
        without["kind"] = Certificate.FirstKindName;
        Assert.True(CertificateTampering.Holds(without.ToJsonString()));
        Assert.False(CertificateTampering.Holds(text.Replace(Certificate.KindName, Certificate.FirstKindName, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_entry_can_be_taken_out_and_the_addresses_of_others_are_not_given_away()
    {
        await using var play = await PlayedAsync();
        var certificate = await IssueAsync(play);
        for (var i = 0; i < certificate.Proof.Entries.Count; i++)
        {
            var shortened = certificate with { Proof = certificate.Proof with { Entries = [.. certificate.Proof.Entries.Where((_, at) => at != i)] } };
            Assert.NotEmpty(CertificateCheck.Faults(shortened));
        }

        Assert.DoesNotContain("hsn-kansli@region.example", CertificateJson.Write(certificate), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"samverkan-certificate-1"}""")]
    [InlineData("""{"kind":"samverkan-certificate-2"}""")]
    [InlineData("""{"kind":"samverkan-certificate-3"}""")]
    public void What_is_no_certificate_is_not_read(string text) => Assert.Null(CertificateJson.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("register.00000000000000000000")]
    [InlineData("folkhalsa-2021.2023.00000000000000000000")]
    public async Task A_delivery_that_is_not_there_has_no_certificate(string id)
    {
        await using var play = await PlayedAsync();
        Assert.Null(await play.Services.GetRequiredService<CertificateDesk>().IssueAsync(id, CancellationToken.None));
    }

    private static async Task<Play> PlayedAsync()
    {
        var play = new Play();
        await play.Drops(Path.Combine(Play.Samples, "demo")).RunAsync(new LocalDate(2021, 4, 20), new LocalDate(2022, 12, 13));
        await play.Services.GetRequiredService<DeadlineSweep>().RunAsync(CancellationToken.None);
        return play;
    }

    // Lets something happen to the adopted version, and a day pass, so that an anchor covers it.
    private static async Task<string> HappenAsync(Play play, string what)
    {
        const string by = "Anna Andersson", why = "Därför att 123";
        var desk = play.Services.GetRequiredService<DeliveryDesk>();
        var id = Assert.Single(await play.DeliveriesAsync(), d => d is { Version: DeliveryVersion.Adopted, PlanYear: 2023 }).Id;
        var again = what is "handed over" or "acknowledged" or "bounced twice" ? null : (await desk.ResendAsync(id, why, by, CancellationToken.None)).As;
        if (what == "cancelled") Assert.True((await desk.CancelAsync(again!, "Ångrat 456", by, CancellationToken.None)).IsRecorded);
        if (what == "sends again") await play.Services.GetRequiredService<Dispatcher>().TryAsync(again!, CancellationToken.None);
        if (what == "acknowledged") Assert.True((await desk.AcknowledgeAsync(id, why, by, CancellationToken.None)).IsRecorded);
        if (what == "bounced twice") await BounceAsync(play, id);
        play.Services.GetRequiredService<SimulatedClock>().MoveTo(Instant.FromUtc(2022, 12, 14, 12, 0));
        await play.Services.GetRequiredService<DeadlineSweep>().RunAsync(CancellationToken.None);
        return what is "sends again" or "cancelled" ? again! : id;
    }

    private static async Task BounceAsync(Play play, string id)
    {
        foreach (var (attempt, answer) in ((int, string)[])[(1, "5.1.1 a"), (2, "5.2.2 b")])
        {
            var personal = new PersonalValues();
            List<LedgerEvent> events = [new DeliveryBounced(id, attempt, MailCodes.Bounced, personal.Commit(answer)) { Personal = personal }];
            if (attempt == 1) events.Add(new DeliveryFellBack(id, ChannelType.Email, ChannelType.Email));
            await play.Services.GetRequiredService<LedgerBook>().RecordAsync<DeliveryBook>(DeliveryId.StreamOf(id), "system:bounces", _ => events, CancellationToken.None);
            if (attempt == 1) await play.Services.GetRequiredService<Dispatcher>().TryAsync(id, CancellationToken.None);
        }
    }

    private static async Task<Certificate> IssueAsync(Play play) =>
        await IssueAsync(play, Assert.Single(await play.DeliveriesAsync(), d => d is { Version: DeliveryVersion.Adopted, PlanYear: 2023 }).Id);

    private static async Task<Certificate> IssueAsync(Play play, string id)
    {
        var certificate = await play.Services.GetRequiredService<CertificateDesk>().IssueAsync(id, CancellationToken.None);
        Assert.NotNull(certificate);
        return certificate;
    }
}
