using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Agreements;
using Samverkan.Deadlines;

namespace Samverkan.Web.Pages;

/// <summary><c>/avtal/{id}/{year}</c>: where each obligation of a plan year stands, and why each step was taken.</summary>
internal sealed class YearEndpoint(Facts facts, OccurrenceFacts occurrences, PageRenderer pages)
{
    internal async Task HandleAsync(HttpContext context)
    {
        var register = await facts.RegisterAsync(context.RequestAborted);
        if (Find(context, register) is not var (agreement, planYear) || await ViewAsync(agreement, planYear, register!, context.RequestAborted) is not { } view)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await pages.WriteAsync<YearPage, YearView>(context, view, await facts.SiteAsync(register, context.RequestAborted));
    }

    private static (Agreement Agreement, int PlanYear)? Find(HttpContext context, Register? register) =>
        AgreementId.TryParse(context.GetRouteValue("id") as string, out var id) && register?.FindAgreement(id) is { } agreement
            && int.TryParse(context.GetRouteValue("year") as string, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (agreement, year)
            : null;

    private async Task<YearView?> ViewAsync(Agreement agreement, int planYear, Register register, CancellationToken cancellation)
    {
        List<OccurrenceLine> lines = [];
        foreach (var obligation in agreement.Obligations)
        {
            if (Occurrences.Find(agreement, obligation, planYear, register.InUseFrom) is { } occurrence)
                lines.AddRange(await occurrences.LinesAsync(agreement, obligation, [occurrence], cancellation));
        }

        if (lines.Count == 0) return null;
        int[] years = [.. agreement.Obligations.SelectMany(o => Occurrences.For(agreement, o, register.InUseFrom).Occurrences).Select(o => o.PlanYear).Distinct().Order()];
        return new YearView(
            agreement, planYear, lines,
            years.Where(y => y < planYear).Select(y => (int?)y).LastOrDefault(),
            years.Where(y => y > planYear).Select(y => (int?)y).FirstOrDefault());
    }
}
