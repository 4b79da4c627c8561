using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Intake;
using Samverkan.Web.Pages;
using Samverkan.Web.SignIn;

namespace Samverkan.Web.Forms;

/// <summary>What an administrator posts on <c>/karantan</c>: the same use cases as the verbs <c>release</c> and <c>discard</c>.</summary>
internal sealed class QuarantineForms(QuarantineRelease desk, QuarantineEndpoint page)
{
    internal const string Place = "plats";
    internal const string Part = "del";
    internal const string Paragraph = "paragraf";
    internal const string Adopted = "antagen";
    internal const string Reason = "skal";

    /// <summary>The choice that leaves the place to the document itself.</summary>
    internal const string ByItself = "-";

    private const int LongestField = 200;

    internal async Task ReleaseAsync(HttpContext context, SignedIn person, IFormCollection form)
    {
        var id = Id(context);
        if (Unread(form) is var (field, sentence))
        {
            await RefuseAsync(context, FormProblem.Of(id, field, sentence, form));
            return;
        }

        var place = form[Place].ToString();
        var choice = place == ByItself ? null : PlaceChoices.Read(place)! with
        {
            Part = Text(form, Part),
            Adopted = form[Adopted] == "1",
            Paragraph = Text(form, Paragraph)?.TrimStart('§', ' '),
        };
        var released = await desk.ReleaseAsync(id, choice, person.Name, context.RequestAborted);
        if (released.Problem is { } problem) await RefuseAsync(context, FormProblem.Of(id, FieldOf(problem), problem.Sentence, form));
        else FormReader.SeeOther(context, "/karantan?klart=slappt");
    }

    internal async Task DiscardAsync(HttpContext context, SignedIn person, IFormCollection form)
    {
        var (id, reason) = (Id(context), form[Reason].ToString().Trim());
        var sentence = reason.Length == 0
            ? "Skriv varför filen kastas. Den går inte att få tillbaka."
            : (await desk.DiscardAsync(id, reason, person.Name, context.RequestAborted))?.Sentence;
        if (sentence is not null) await RefuseAsync(context, FormProblem.Of(id, Reason, sentence, form));
        else FormReader.SeeOther(context, "/karantan?klart=kastat");
    }

    private static (string Field, string Sentence)? Unread(IFormCollection form)
    {
        if (form[Place].ToString() is var place && place != ByItself && PlaceChoices.Read(place) is null)
            return (Place, "Välj vad filen hör till.");
        if (form[Part].ToString().Length > LongestField) return (Part, "Skriv delens namn som det står i registret.");
        return form[Paragraph].ToString().Length > LongestField ? (Paragraph, "Skriv bara paragrafens nummer, till exempel 193.") : null;
    }

    private Task RefuseAsync(HttpContext context, FormProblem problem)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.WriteAsync(context, problem);
    }

    private static string FieldOf(ToolProblem problem) => problem.Code switch
    {
        ToolCodes.NoPart => Part,
        ToolCodes.NotPlan => Adopted,
        ToolCodes.WhichParagraph => Paragraph,
        _ => Place,
    };

    private static string Id(HttpContext context) => context.GetRouteValue("id") as string ?? "";

    private static string? Text(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;
}
