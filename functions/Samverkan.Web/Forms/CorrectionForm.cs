using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Samverkan.Dispatch;
using Samverkan.Intake;
using Samverkan.Web.Pages;
using Samverkan.Web.SignIn;

namespace Samverkan.Web.Forms;

/// <summary>What an administrator posts beside a reading: the same use case as the verb <c>correct</c>.</summary>
internal sealed class CorrectionForm(ExtractCorrection desk, DeliveryEndpoint page)
{
    internal const string Extract = "utdrag";
    internal const string Field = "falt";
    internal const string Value = "varde";
    internal const string Done = "rattat";

    /// <summary>What the form calls an extract: its file's hash and its number in the file.</summary>
    internal static string NameOf(ExtractView view) =>
        string.Create(CultureInfo.InvariantCulture, $"{view.Extract.Event.Document.Hash}:{view.Extract.Event.Index}");

    internal async Task CorrectAsync(HttpContext context, SignedIn person, IFormCollection form)
    {
        var id = context.GetRouteValue("id") as string ?? "";
        var name = form[Extract].ToString();
        if (!DeliveryId.TryStreamOf(id, out var stream) || name.Split(':') is not [var hash, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!Enum.TryParse<ExtractField>(form[Field], ignoreCase: false, out var field) || !Enum.IsDefined(field))
        {
            await RefuseAsync(context, FormProblem.Of(name, Field, "Välj vilken uppgift som ska rättas.", form));
            return;
        }

        var result = await desk.CorrectAsync(stream, hash, index, field, form[Value].ToString(), person.Name, context.RequestAborted);
        if (result.Problem is { } problem) await RefuseAsync(context, FormProblem.Of(name, Value, problem.Sentence, form));
        else FormReader.SeeOther(context, $"/expediering/{id}?klart={Done}");
    }

    private Task RefuseAsync(HttpContext context, FormProblem problem)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.WriteAsync(context, problem);
    }
}
