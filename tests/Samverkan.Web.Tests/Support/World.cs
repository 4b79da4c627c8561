using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Signals;
using Samverkan.SignIn;

namespace Samverkan.Web.Tests.Support;

/// <summary>The product on stores in memory, and the site on top of it.</summary>
public sealed class World : IDisposable
{
    private ServiceProvider? _services;

    public World(WebOptions? options = null)
    {
        Options = options ?? new WebOptions();
        var projection = new DeliveryProjection(() => Ledger!, Log, Log);
        Ledger = new LedgerBook(Store, Clock, () => [projection], NullLogger<LedgerBook>.Instance);
        Registers = new RegisterBook(Ledger, Archive, Clock);
    }

    public WebOptions Options { get; }

    public SettableClock Clock { get; } = new();

    public MemoryLedgerStore Store { get; } = new();

    public MemoryDeliveryLog Log { get; } = new();

    public MemoryArchive Archive { get; } = new();

    public MemoryKeys Keys { get; } = new();

    public MemoryTimerRuns Timers { get; } = new();

    public MemoryProbe Probe { get; } = new();

    public MemoryQuarantine Quarantine { get; } = new();

    public LinkSigner Signer => new(Keys);

    public SignInDesk SignIns => new(Ledger, Clock);

    public LedgerBook Ledger { get; }

    public RegisterBook Registers { get; }

    public RequestDelegate Pipeline => field ??= WebPipeline.Build(_services ??= Compose(new ServiceCollection()).BuildServiceProvider());

    /// <summary>Registers what the site needs, as a host does.</summary>
    public IServiceCollection Compose(IServiceCollection services) => services
        .AddSamverkan()
        .AddSingleton(new DeadlineOptions()).AddSingleton(new DispatchOptions()).AddSingleton(new IntakeOptions()).AddSingleton(new LetterOptions { PublicUrl = Options.PublicUrl })
        .AddSingleton<ILinkKeys>(Keys).AddSingleton<IQuarantine>(Quarantine)
        .AddSingleton<IClock>(Clock).AddSingleton<IDeliveryLog>(Log).AddSingleton(Ledger).AddSingleton(Registers).AddSingleton<IArchive>(Archive)
        .AddSingleton<ILedgerStore>(Store).AddSingleton(new EndpointOptions()).AddSingleton<ITimerRuns>(Timers).AddSingleton<IStoreProbe>(Probe)
        .AddSamverkanWeb(Options);

    public async Task ImportAsync(string register)
    {
        var (errors, _) = await Registers.ImportAsync(Encoding.UTF8.GetBytes(register), CancellationToken.None);
        Assert.Empty(errors);
    }

    public async Task<IReadOnlyList<string>> OweAsync(
        StreamId stream, DeliveryVersion version, Matter matter, string? obligation, (string Name, string Part, long Size)[] documents, params string[] to)
    {
        var personal = new PersonalValues();
        var set = string.Join('|', documents.Select(document => document.Name)) + version;
        OwedTo[] owed = [.. to.Select(name => name.Split('<')).Select(parts => new OwedTo(
            DeliveryId.Of(stream, set, parts[0], version), ContactId.Parse(parts[0]), parts.Length > 1 ? ContactId.Parse(parts[1]) : null))];
        var refs = documents.Select(document => new DocumentRef(
            DocumentHash.Of(Encoding.UTF8.GetBytes(document.Name)), personal.Commit(document.Name), document.Part, document.Size));
        ObligationId? id = obligation is null ? null : ObligationId.Parse(obligation);
        await RecordAsync(stream, new DeliveriesOwed(version, id, "set", [.. refs], matter, owed) { Personal = personal });
        return [.. owed.Select(x => x.Id)];
    }

    /// <summary>A try that begins now and ends after two seconds.</summary>
    public async Task TryAsync(string id, int attempt, AttemptOutcome outcome, string code, string? answer, Instant? nextAt = null)
    {
        var stream = DeliveryId.StreamOf(id);
        await RecordAsync(stream, new DeliveryClaimed(id, attempt, Clock.Now + Duration.FromMinutes(5)));
        Clock.Now += Duration.FromSeconds(2);
        var personal = new PersonalValues();
        var address = personal.Commit("brevlada@region.example");
        Commitment? said = answer is null ? null : personal.Commit(answer);
        await RecordAsync(stream, new AttemptEnded(id, attempt, outcome, code, address, said, nextAt) { Personal = personal });
    }

    public Task RecordAsync(StreamId stream, LedgerEvent e) =>
        Ledger.RecordAsync<DeliveryBook>(stream, "host:server1-3f9a2c", _ => [e], CancellationToken.None);

    /// <summary>Asks the site directly, without a server.</summary>
    public async Task<Reply> GetAsync(string address, string method = "GET", Action<HttpContext>? change = null)
    {
        var uri = new Uri("http://localhost" + address);
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Scheme = uri.Scheme;
        context.Request.Host = new HostString("localhost", 7071);
        context.Request.Path = PathString.FromUriComponent(uri);
        context.Request.QueryString = QueryString.FromUriComponent(uri);
        using var body = new MemoryStream();
        context.Response.Body = body;
        change?.Invoke(context);
        await Pipeline(context);
        return new Reply(context.Response.StatusCode, context.Response.Headers, Encoding.UTF8.GetString(body.ToArray()));
    }

    public void Dispose()
    {
        _services?.Dispose();
        Ledger.Dispose();
    }
}
