using System.Globalization;
using Microsoft.AspNetCore.Http;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/karantan</c>: the files that wait for a person, why, and what to run.</summary>
internal sealed class QuarantineEndpoint(Facts facts, LedgerBook ledger, PageRenderer pages, WebOptions options)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var history = await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation);
        var register = await facts.RegisterAsync(cancellation);
        var (names, commands) = (new RegisterNames(register), new CommandLines(options.Data));
        var files = history.Quarantined.Values
            .OrderBy(file => file.Since)
            .ThenBy(file => file.Id, StringComparer.Ordinal)
            .Select(file => new WaitingFile(file, [.. file.Candidates.Select(c => Candidate(c, names))], commands.Release(file), commands.Discard(file)));
        await pages.WriteAsync<QuarantinePage, QuarantineView>(context, new QuarantineView([.. files]), await facts.SiteAsync(register, cancellation));
    }

    private static WaitingCandidate Candidate(Candidate candidate, RegisterNames names)
    {
        var agreement = names.Agreement(candidate.Agreement.Value);
        var what = candidate.Obligation is { } obligation
            ? $"{names.Obligation(candidate.Agreement.Value, obligation.Value)}{(candidate.PlanYear is { } year ? " " + year.ToString(CultureInfo.InvariantCulture) : "")}, {agreement}"
            : agreement;
        return new WaitingCandidate(what, candidate.Score, candidate.Why);
    }
}
