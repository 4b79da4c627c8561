using System.Globalization;
using Microsoft.AspNetCore.Http;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;
using Samverkan.Web.Forms;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary><c>/karantan</c>: the files that wait for a person, why, and the forms or command lines to decide with.</summary>
internal sealed class QuarantineEndpoint(Facts facts, LedgerBook ledger, PageRenderer pages, WebOptions options)
{
    internal Task HandleAsync(HttpContext context) => WriteAsync(context, problem: null);

    /// <summary>Writes the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">Why what was posted was not done; null where nothing was.</param>
    internal async Task WriteAsync(HttpContext context, FormProblem? problem)
    {
        var cancellation = context.RequestAborted;
        var history = await ledger.LoadAsync<InboxHistory>(StreamId.Inbox, cancellation);
        var register = await facts.RegisterAsync(cancellation);
        var (names, commands) = (new RegisterNames(register), new CommandLines(options.Data));
        var files = history.Quarantined.Values
            .OrderBy(file => file.Since)
            .ThenBy(file => file.Id, StringComparer.Ordinal)
            .Select(file => new WaitingFile(file, [.. file.Candidates.Select(c => Candidate(c, names))], commands.Release(file), commands.Discard(file)));
        await pages.WriteAsync<QuarantinePage, QuarantineView>(context, new QuarantineView([.. files], PlaceChoices.Of(register), problem, context.Request.Query["klart"].ToString() is { Length: > 0 } done ? done : null, commands.SignIn), await facts.SiteAsync(register, cancellation));
    }

    private static WaitingCandidate Candidate(Candidate candidate, RegisterNames names)
    {
        var agreement = names.Agreement(candidate.Agreement.Value);
        var what = candidate.Obligation is { } obligation
            ? $"{names.Obligation(candidate.Agreement.Value, obligation.Value)}{(candidate.PlanYear is { } year ? " " + year.ToString(CultureInfo.InvariantCulture) : "")}, {agreement}"
            : agreement;
        return new WaitingCandidate(what, candidate.Score, candidate.Why) { Place = PlaceChoices.ValueOf(candidate) };
    }
}
