using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samverkan.Agreements;
using Samverkan.Deadlines;
using Samverkan.Deadlines.Calendar;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Bounces;
using Samverkan.Dispatch.Certificates;
using Samverkan.Dispatch.Desk;
using Samverkan.Dispatch.Digests;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Dispatch.Receipts;
using Samverkan.Intake;
using Samverkan.Intake.Text;
using Samverkan.Ledger;
using Samverkan.Ledger.Proof;
using Samverkan.Ledger.Retention;
using Samverkan.Signals;
using Samverkan.SignIn;

namespace Samverkan;

/// <summary>The composition of the product.</summary>
public static class SamverkanServices
{
    /// <summary>
    /// Adds every use case. The caller adds what they stand on: <see cref="IClock"/>, the stores' ports, the channels and
    /// their <c>IMailTransport</c>, and the options.
    /// </summary>
    public static IServiceCollection AddSamverkan(this IServiceCollection services)
    {
        AddLedger(services);
        services.AddSingleton<Instrumentation>();
        services.AddSingleton<SweepSignals>();
        services.AddSingleton<IntakeSignals>();
        services.AddSingleton<AttemptSignals>();
        services.AddSingleton<OwedFigures>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<RegisterBook>();
        services.AddSingleton<RegisterLearning>();
        services.AddSingleton(_ => FileTextReader.Create(TimeProvider.System));
        services.AddSingleton<DocumentJudge>();
        services.AddSingleton<ExtractFiling>();
        services.AddSingleton<PlanFiling>();
        services.AddSingleton<ExtractCorrection>();
        services.AddSingleton<DocumentFiling>();
        services.AddSingleton<QuarantineDesk>();
        services.AddSingleton<QuarantineRelease>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<InboxSweep>();
        services.AddSingleton<DeadlineSweep>();
        services.AddSingleton<CalendarLinks>();
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<OccurrenceDesk>();
        services.AddSingleton<EndorsementDesk>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<AnchorNotice>();
        services.AddSingleton<LinkSigner>();
        services.AddSingleton<IDeliveryLinks, DeliveryLinks>();
        services.AddSingleton<ContactNotices>();
        services.AddSingleton<DigestReader>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<HandoverPackages>();
        services.AddSingleton<EscalationDesk>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton(_ => HostName.Create());
        services.AddSingleton<ReceiptDesk>();
        services.AddSingleton<DeliveryDesk>();
        services.AddSingleton<ContactDesk>();
        services.AddSingleton<BulkDesk>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<EndpointPipelines>();
        services.AddSingleton<PutBacks>();
        services.AddSingleton<LateDeliveries>();
        services.AddSingleton<GatedDispatcher>();
        services.AddSingleton<PoisonDesk>();
        services.AddSingleton<BounceSweep>();
        services.AddSingleton<DispatchSweep>();
        services.AddSingleton<CertificateDesk>();
        services.AddSingleton<ErasureByHand>();
        return services;
    }

    private static void AddLedger(IServiceCollection services)
    {
        services.AddSingleton(p => new LedgerBook(
            p.GetRequiredService<ILedgerStore>(),
            p.GetRequiredService<IClock>(),
            p.GetServices<IProjection>,
            p.GetRequiredService<ILogger<LedgerBook>>()));
        services.AddSingleton<LedgerAnchor>();
        services.AddSingleton<LedgerVerifier>();
        services.AddSingleton<LedgerProver>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<RetentionSweep>();
        services.AddSingleton(p => new AgendaProjection(
            p.GetRequiredService<LedgerBook>,
            p.GetRequiredService<RegisterBook>(),
            p.GetRequiredService<IAgenda>(),
            p.GetRequiredService<DeadlineOptions>(),
            p.GetRequiredService<IClock>()));
        services.AddSingleton(p => new DeliveryProjection(
            p.GetRequiredService<LedgerBook>, p.GetRequiredService<IDeliveryLog>(), p.GetRequiredService<IDispatchQueue>()));

        // The rows last: their version tells the sweep whether everything before them was done too.
        services.AddSingleton<IProjection>(p => p.GetRequiredService<AgendaProjection>());
        services.AddSingleton<IProjection>(p => p.GetRequiredService<DeliveryProjection>());
    }
}
