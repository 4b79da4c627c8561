using Microsoft.Extensions.Configuration;
using Samverkan.Deadlines;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Webhooks;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;
using Samverkan.Intake;
using Samverkan.Ledger;
using Samverkan.Storage.Azure;

namespace Samverkan.Functions;

/// <summary>
/// The settings of both hosts, read once at start. Each is named in README; in an environment variable a colon is written
/// as two underscores.
/// </summary>
internal sealed record HostSettings
{
    private readonly List<string> _problems = [];

    private HostSettings()
    {
    }

    /// <summary>How adoption is waited for, and when what has not arrived is escalated.</summary>
    public DeadlineOptions Deadlines { get; private init; } = new();

    /// <summary>How deliveries are tried.</summary>
    public DispatchOptions Dispatch { get; private init; } = new();

    /// <summary>How hard each mail server, webhook and folder is used.</summary>
    public EndpointOptions Endpoints { get; private init; } = new();

    /// <summary>What is taken in.</summary>
    public IntakeOptions Intake { get; private init; } = new();

    /// <summary>How letters are written.</summary>
    public LetterOptions Letters { get; private init; } = new();

    /// <summary>What is done with the ledger.</summary>
    public LedgerOptions Ledger { get; private init; } = new();

    /// <summary>The mail server; null where messages are written to files.</summary>
    public MailOptions? Mail { get; private init; }

    /// <summary>The storage account that the data lies in; null where it lies in a folder.</summary>
    public AzureStorageOptions? Storage { get; private init; }

    /// <summary>Whether App Service Authentication stands in front of the pages.</summary>
    public bool EasyAuth { get; private init; }

    /// <summary>Where metrics and traces are sent.</summary>
    public TelemetryOptions Telemetry { get; private init; } = new();

    /// <summary>How webhooks are signed and sent.</summary>
    public WebhookOptions Webhooks { get; private init; } = new();

    /// <summary>Everything that is wrong with the settings, in Swedish; nothing is started while there is anything.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads the settings.</summary>
    public static HostSettings Read(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration);
        var settings = new HostSettings
        {
            Deadlines = new DeadlineOptions
            {
                AdoptionWait = read.Duration("Deadlines:AdoptionWait", new DeadlineOptions().AdoptionWait),
                EscalateBefore = read.Duration("Deadlines:EscalateBefore", new DeadlineOptions().EscalateBefore),
                EscalateAt = read.TimeOfDay("Deadlines:EscalateAt", new DeadlineOptions().EscalateAt),
                EscalateAfterFailures = read.Number("Deadlines:EscalateAfterFailures", new DeadlineOptions().EscalateAfterFailures),
                PackageBytes = read.Number("Deadlines:PackageBytes", (int)new DeadlineOptions().PackageBytes),
            },
            Dispatch = new DispatchOptions
            {
                Lease = read.Duration("Dispatch:Lease", new DispatchOptions().Lease),
                Steps = read.Durations("Dispatch:Steps", new DispatchOptions().Steps),
                GiveUpAfter = read.Duration("Dispatch:GiveUpAfter", new DispatchOptions().GiveUpAfter),
                Jitter = read.Fraction("Dispatch:Jitter", new DispatchOptions().Jitter),
                DeadlineShare = read.Number("Dispatch:DeadlineShare", new DispatchOptions().DeadlineShare),
                LastDayWait = read.Duration("Dispatch:LastDayWait", new DispatchOptions().LastDayWait),
                MostInterruptions = read.Number("Dispatch:MostInterruptions", new DispatchOptions().MostInterruptions),
                WarnAfterFailures = read.Number("Dispatch:WarnAfterFailures", new DispatchOptions().WarnAfterFailures),
                DigestTo = read.Texts("Dispatch:DigestTo"),
            },
            Endpoints = EndpointSettings.Read(read),
            Intake = new IntakeOptions { MostBytes = read.Number("Intake:MostBytes", (int)new IntakeOptions().MostBytes) },
            Letters = new LetterOptions { PublicUrl = read.Url("PublicUrl") },
            Ledger = new LedgerOptions { AnchorTo = read.Text("Ledger:AnchorTo") },
            Mail = MailSettings.Read(read),
            Storage = StorageSettings.Read(read),
            EasyAuth = SignInSettings.EasyAuth(read),
            Telemetry = new TelemetryOptions { OtlpEndpoint = read.Url("Telemetry:OtlpEndpoint") },
            Webhooks = WebhookSettings.Read(read),
        };
        settings._problems.AddRange(
        [
            .. read.Problems,
            .. settings.Deadlines.Problems(),
            .. settings.Dispatch.Problems(),
            .. settings.Endpoints.Problems(),
            .. settings.Intake.Problems(),
            .. settings.Letters.Problems(),
            .. settings.Ledger.Problems(),
            .. settings.Mail?.Problems() ?? [],
            .. settings.Storage?.Problems() ?? [],
            .. settings.Telemetry.Problems(),
            .. settings.Webhooks.Problems(),
        ]);
        return settings;
    }
}
