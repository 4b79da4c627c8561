using NodaTime;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Signals;

namespace Samverkan.Tests.Dispatch.Endpoints;

public sealed class EndpointPipelinesTests : IClock, IDisposable
{
    private static readonly EndpointId Relay = EndpointId.Mail("Mejl.kommun.example", 587);
    private static readonly EndpointId Other = EndpointId.Webhook(new Uri("https://region.example/in"));
    private static readonly Instant Start = Instant.FromUtc(2022, 12, 1, 5, 0);

    private readonly List<EndpointPipelines> _made = [];
    private readonly Instrumentation _instrumentation = new();
    private Instant _now = Start;
    private int _tries;

    public Instant GetCurrentInstant() => _now;

    public void Dispose()
    {
        _made.ForEach(p => p.Dispose());
        _instrumentation.Dispose();
    }

    [Fact]
    public void An_endpoint_is_its_host_and_port_whatever_the_case()
    {
        Assert.Equal(EndpointId.Mail("mejl.kommun.example", 587), Relay);
        Assert.NotEqual(EndpointId.Mail("mejl.kommun.example", 25), Relay);
        Assert.Equal(EndpointId.Webhook(new Uri("https://REGION.example:443/annan?x=1")), Other);
        Assert.Equal("webhook:region.example:443", Other.ToString());
    }

    [Fact]
    public async Task Five_failures_in_a_minute_open_the_breaker_and_the_next_is_not_tried()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);

        var comeAgain = await TryAsync(endpoints, Relay, EndpointHealth.Fails);

        Assert.Equal(5, _tries);
        Assert.Equal(Start + Duration.FromMinutes(5), comeAgain);
        Assert.Equal(new EndpointStatus(Relay, EndpointCondition.LeftAlone, Start + Duration.FromMinutes(5), 0, 1) { FailingSince = Start }, Assert.Single(endpoints.Statuses()));
    }

    [Fact]
    public async Task Four_failures_do_not_open_it_nor_five_in_more_than_a_minute()
    {
        var endpoints = Make();
        for (var i = 0; i < 12; i++)
        {
            _now = Start + (Duration.FromSeconds(20) * i);
            Assert.Null(await TryAsync(endpoints, Relay, EndpointHealth.Fails));
        }
    }

    [Fact]
    public async Task Tries_that_say_that_it_works_do_not_open_it()
    {
        var endpoints = Make();
        for (var i = 0; i < 20; i++) Assert.Null(await TryAsync(endpoints, Relay, EndpointHealth.Works));
        Assert.Equal(EndpointCondition.InUse, Assert.Single(endpoints.Statuses()).Condition);
    }

    [Theory]
    [InlineData(3, 3, EndpointCondition.LeftAlone)]
    [InlineData(4, 3, EndpointCondition.InUse)]
    public async Task Half_of_the_tries_that_fail_open_it_and_fewer_do_not(int works, int fails, EndpointCondition condition)
    {
        var endpoints = Make();
        for (var i = 0; i < works; i++) Assert.Null(await TryAsync(endpoints, Relay, EndpointHealth.Works));
        await FailAsync(endpoints, fails);
        Assert.Equal(condition, Assert.Single(endpoints.Statuses()).Condition);
    }

    [Fact]
    public async Task Another_endpoint_notices_nothing()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        Assert.Null(await TryAsync(endpoints, Other, EndpointHealth.Works));
        Assert.Equal([EndpointCondition.LeftAlone, EndpointCondition.InUse], endpoints.Statuses().Select(s => s.Condition));
    }

    [Fact]
    public async Task After_five_minutes_one_try_tests_it_while_others_are_put_back_and_its_success_heals_it()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        _now += Duration.FromMinutes(5);

        var answer = new TaskCompletionSource<EndpointHealth>();
        var test = endpoints.RunAsync(Relay, _ => answer.Task, CancellationToken.None);
        var other = await TryAsync(endpoints, Relay, EndpointHealth.Works);
        Assert.InRange(other!.Value, _now + Duration.FromSeconds(1), _now + Duration.FromSeconds(30));
        Assert.Equal(EndpointCondition.Tested, Assert.Single(endpoints.Statuses()).Condition);

        answer.SetResult(EndpointHealth.Works);
        await test;
        Assert.Equal(EndpointCondition.InUse, Assert.Single(endpoints.Statuses()).Condition);
        Assert.Null(await TryAsync(endpoints, Relay, EndpointHealth.Works));
    }

    [Theory]
    [InlineData(EndpointHealth.Fails)]
    [InlineData(EndpointHealth.Unknown)]
    public async Task A_test_that_fails_or_says_nothing_leaves_it_alone_for_five_minutes_more(EndpointHealth health)
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        _now += Duration.FromMinutes(5);

        await TryAsync(endpoints, Relay, health);

        Assert.Equal(_now + Duration.FromMinutes(5), Assert.Single(endpoints.Statuses()).LeftAloneUntil);
    }

    [Fact]
    public async Task A_test_that_the_host_breaks_off_does_not_heal_it()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        _now += Duration.FromMinutes(5);

        await Assert.ThrowsAsync<IOException>(() => endpoints.RunAsync(Relay, _ => throw new IOException("disk"), CancellationToken.None));

        Assert.Equal(EndpointCondition.LeftAlone, Assert.Single(endpoints.Statuses()).Condition);
    }

    [Fact]
    public async Task An_endpoint_is_dead_when_it_has_failed_for_an_hour_without_one_success_and_heals()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        for (; _now < Start + Duration.FromMinutes(60); _now += Duration.FromMinutes(5))
        {
            Assert.Empty(endpoints.Dead());
            await TryAsync(endpoints, Relay, EndpointHealth.Fails);
            await TryAsync(endpoints, Relay, EndpointHealth.Fails);
        }

        var dead = Assert.Single(endpoints.Dead());
        Assert.Equal((Relay, (Instant?)Start), (dead.Endpoint, dead.FailingSince));
        await TryAsync(endpoints, Relay, EndpointHealth.Works);
        Assert.Empty(endpoints.Dead());
        Assert.Null(Assert.Single(endpoints.Statuses()).FailingSince);
    }

    [Fact]
    public async Task An_endpoint_that_nothing_goes_to_any_more_is_not_dead_for_ever()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        endpoints.Expect(Relay, Start + Duration.FromHours(6));
        _now += Duration.FromHours(6);
        Assert.Single(endpoints.Dead());
        _now += Duration.FromMinutes(5);
        Assert.Empty(endpoints.Dead());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_keep_it_alone_longer()
    {
        var endpoints = Make();
        await FailAsync(endpoints, 5);
        _now -= Duration.FromHours(1);
        Assert.Equal(_now + Duration.FromMinutes(5), await TryAsync(endpoints, Relay, EndpointHealth.Works));
        _now += Duration.FromMinutes(5);
        Assert.Null(await TryAsync(endpoints, Relay, EndpointHealth.Works));
    }

    [Fact]
    public async Task A_tarpit_holds_no_more_than_its_permits()
    {
        var endpoints = Make();
        var never = new TaskCompletionSource<EndpointHealth>();
        var held = Enumerable.Range(0, 3).Select(_ => endpoints.RunAsync(Relay, _ => never.Task, CancellationToken.None)).ToArray();

        var fourth = await TryAsync(endpoints, Relay, EndpointHealth.Works);

        Assert.InRange(fourth!.Value, _now + Duration.FromMilliseconds(500), _now + Duration.FromSeconds(5));
        Assert.Equal(3, Assert.Single(endpoints.Statuses()).UnderWay);
        Assert.Null(await TryAsync(endpoints, Other, EndpointHealth.Works));
        never.SetResult(EndpointHealth.Works);
        await Task.WhenAll(held);
        Assert.Null(await TryAsync(endpoints, Relay, EndpointHealth.Works));
    }

    [Fact]
    public async Task Where_tries_come_and_go_the_next_waits_a_moment_for_its_permit()
    {
        var endpoints = Make(new EndpointOptions { AtOnce = 1 });
        var first = new TaskCompletionSource<EndpointHealth>(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = endpoints.RunAsync(Relay, _ => first.Task, CancellationToken.None);
        var second = TryAsync(endpoints, Relay, EndpointHealth.Works);
        Assert.False(second.IsCompleted);
        first.SetResult(EndpointHealth.Works);
        await held;
        Assert.Null(await second);
    }

    [Fact]
    public async Task Over_its_rate_the_endpoint_lets_in_as_many_as_the_minute_has_room_for()
    {
        var endpoints = Make(new EndpointOptions { PerMinute = 30 });
        var times = new List<Instant>();
        for (; _now < Start + Duration.FromMinutes(10); _now += Duration.FromSeconds(1))
            if (await TryAsync(endpoints, Relay, EndpointHealth.Works) is null) times.Add(_now);
        Assert.InRange(times.Count, 300, 305);
        Assert.Equal(5, times.Count(t => t < Start + Duration.FromSeconds(5)));
    }

    [Fact]
    public async Task What_is_put_back_comes_again_at_the_endpoints_pace_and_not_all_at_once()
    {
        var endpoints = Make(new EndpointOptions { PerMinute = 60 });
        await FailAsync(endpoints, 5);
        var until = new List<Instant>();
        for (var i = 0; i < 1000; i++) until.Add((await TryAsync(endpoints, Relay, EndpointHealth.Works))!.Value);
        Assert.Equal(5, _tries);
        Assert.All(until, u => Assert.InRange(u, Start + Duration.FromMinutes(5), Start + Duration.FromMinutes(15)));
        Assert.InRange(until.GroupBy(u => u).Max(g => g.Count()), 1, 2);
    }

    [Fact]
    public void Problems_of_options_out_of_range_name_the_setting()
    {
        Assert.Empty(new EndpointOptions().Problems());
        var bad = new EndpointOptions { AtOnce = 13, PerMinute = 0, FailurePercent = 101, LeastTries = 1, Window = Duration.Zero, Break = Duration.FromHours(2), UnreadyAfter = Duration.FromDays(8) };
        Assert.Equal(
            ["Dispatch:EndpointAtOnce", "Dispatch:EndpointPerMinute", "Dispatch:EndpointFailurePercent", "Dispatch:EndpointLeastTries", "Dispatch:EndpointWindow", "Dispatch:EndpointBreak", "Dispatch:EndpointUnreadyAfter"],
            bad.Problems().Select(p => p.Split(' ')[0]));
    }

    [Fact]
    public void PutBacks_are_waiting_until_a_minute_after_their_time()
    {
        var putBacks = new PutBacks();
        putBacks.Note("a", Start + Duration.FromMinutes(5));
        Assert.True(putBacks.IsWaiting("a", Start));
        Assert.False(putBacks.IsWaiting("b", Start));
        Assert.True(putBacks.IsWaiting("a", Start + Duration.FromMinutes(5.9)));
        Assert.False(putBacks.IsWaiting("a", Start + Duration.FromMinutes(6)));
        putBacks.Note("c", Start + Duration.FromMinutes(5));
        Assert.False(putBacks.IsWaiting("c", Start - Duration.FromHours(3)));
    }

    private EndpointPipelines Make(EndpointOptions? options = null)
    {
        var endpoints = new EndpointPipelines(options ?? new EndpointOptions(), this, _instrumentation);
        _made.Add(endpoints);
        return endpoints;
    }

    private Task<Instant?> TryAsync(EndpointPipelines endpoints, EndpointId endpoint, EndpointHealth health) =>
        endpoints.RunAsync(
            endpoint,
            _ =>
            {
                _tries++;
                return Task.FromResult(health);
            },
            CancellationToken.None);

    private async Task FailAsync(EndpointPipelines endpoints, int times)
    {
        for (var i = 0; i < times; i++) await TryAsync(endpoints, Relay, EndpointHealth.Fails);
    }
}
