using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Calendar;
using Samverkan.Dispatch.Letters;
using Samverkan.Ledger;
using Samverkan.Web.Tests.Support;

namespace Samverkan.Web.Tests;

/// <summary>The calendar feed behind its link, as a calendar program asks for it.</summary>
public sealed class CalendarTests : IDisposable
{
    private static readonly CalendarScope All = new();
    private readonly World _world = new();
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;

    public CalendarTests()
    {
        _services = _world.Compose(new ServiceCollection())
            .AddSingleton(new LetterOptions()).AddSingleton<CalendarLinks>().AddSingleton<CalendarFeeds>()
            .BuildServiceProvider();
        _pipeline = WebPipeline.Build(_services);
    }

    private CalendarLinks Links => _services.GetRequiredService<CalendarLinks>();

    [Fact]
    public async Task A_link_opens_its_feed()
    {
        await _world.ImportAsync(Story.Register);
        var (_, token) = await Links.IssueAsync(All, "person:test", default);

        var reply = await GetAsync(token);

        Assert.Equal(43, token.Length);
        Assert.Equal((200, "text/calendar; charset=utf-8", "private, no-cache"), (reply.Status, reply.Headers.ContentType.ToString(), reply.Headers.CacheControl.ToString()));
        Assert.Contains("UID:folkhalsa.verksamhetsplan.2023.due@samverkan\r\n", reply.Body, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:Samverkan: Sjöberga kommun\r\n", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_knows_a_link_by_its_hash_alone()
    {
        var (_, token) = await Links.IssueAsync(All, "person:test", default);

        await foreach (var stored in _world.Store.ReadAsync(StreamId.Audit, 0, default))
            Assert.DoesNotContain(token, stored.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(token, (await Links.IssueAsync(All, "person:test", default)).Token);
    }

    [Fact]
    public async Task A_revoked_token_and_one_that_never_was_get_the_same_answer()
    {
        await _world.ImportAsync(Story.Register);
        var (number, token) = await Links.IssueAsync(All, "person:test", default);
        Assert.True(await Links.RevokeAsync(number, "person:test", default));
        Assert.True(await Links.RevokeAsync(number, "person:test", default));
        Assert.False(await Links.RevokeAsync(99, "person:test", default));

        var revoked = await GetAsync(token);
        var unknown = await GetAsync(new string('A', token.Length));

        Assert.Equal((404, 404), (revoked.Status, unknown.Status));
        Assert.Equal(unknown.Body, revoked.Body);
        Assert.Equal(unknown.Headers.Select(h => h.ToString()), revoked.Headers.Select(h => h.ToString()));
    }

    [Fact]
    public async Task A_program_that_has_the_feed_is_told_that_it_is_the_same_until_it_changes()
    {
        await _world.ImportAsync(Story.Register);
        var (_, token) = await Links.IssueAsync(All, "person:test", default);
        var tag = (await GetAsync(token)).Headers.ETag.ToString();

        var same = await GetAsync(token, $"\"annan\", W/{tag}");
        _world.Clock.Now += Duration.FromDays(20);
        var later = await GetAsync(token, tag);
        await _world.ImportAsync(Story.Register.Replace("--12-01", "--11-15", StringComparison.Ordinal));
        var changed = await GetAsync(token, tag);

        Assert.Equal((304, 0, 304, 200), (same.Status, same.Body.Length, later.Status, changed.Status));
        Assert.Contains("SEQUENCE:1\r\nDTSTART;VALUE=DATE:20221115\r\n", changed.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_shows_only_its_scope()
    {
        await _world.ImportAsync(Story.Register);
        var (_, agreement) = await Links.IssueAsync(new CalendarScope(Agreement: AgreementId.Parse("psykisk-halsa")), "person:test", default);
        var (_, nobody) = await Links.IssueAsync(new CalendarScope(Responsible: ContactId.Parse("region")), "person:test", default);

        var ofAgreement = (await GetAsync(agreement)).Body;
        Assert.Contains("UID:psykisk-halsa.end@samverkan", ofAgreement, StringComparison.Ordinal);
        Assert.DoesNotContain("UID:folkhalsa", ofAgreement, StringComparison.Ordinal);
        Assert.DoesNotContain("VEVENT", (await GetAsync(nobody)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_has_closed_is_cancelled_and_gone_half_a_year_later()
    {
        await _world.ImportAsync(Story.Register);
        var (_, token) = await Links.IssueAsync(All, "person:test", default);
        var personal = new PersonalValues();
        await _world.RecordAsync(Story.Plan, new OccurrenceClosed(
            ObligationId.Parse("verksamhetsplan"), new LocalDate(2022, 10, 27), personal.Commit("Avtalet sades upp."))
        { Personal = personal });

        Assert.Contains("STATUS:CANCELLED", Event((await GetAsync(token)).Body), StringComparison.Ordinal);
        _world.Clock.Now += CalendarFeeds.CancelledFor;
        Assert.Equal("", Event((await GetAsync(token)).Body));

        static string Event(string feed) =>
            feed.Split("BEGIN:VEVENT").FirstOrDefault(e => e.Contains("verksamhetsplan.2023.due@", StringComparison.Ordinal)) ?? "";
    }

    public void Dispose()
    {
        _services.Dispose();
        _world.Dispose();
    }

    private async Task<Reply> GetAsync(string token, string? known = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost", 7071);
        context.Request.Path = $"/kalender/{token}.ics";
        if (known is not null) context.Request.Headers.IfNoneMatch = known;
        using var body = new MemoryStream();
        context.Response.Body = body;
        await _pipeline(context);
        return new Reply(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }
}
