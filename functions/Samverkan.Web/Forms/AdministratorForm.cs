using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Samverkan.Web.Http;
using Samverkan.Web.SignIn;
using Samverkan.Web.Words;

namespace Samverkan.Web.Forms;

/// <summary>
/// What every form of the pages asks before it is heard: somebody who is signed in, who may decide, and a token that only
/// our own page gave this browser (so that another site cannot post in their name).
/// </summary>
internal sealed class AdministratorForm(IAntiforgery antiforgery, ErrorResponse errors)
{
    internal async Task HandleAsync(HttpContext context, Func<HttpContext, SignedIn, IFormCollection, Task> handle, bool alsoReaders = false)
    {
        if (SignedIn.Of(context) is not { } person)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (!person.IsAdministrator && !alsoReaders)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await FormReader.ReadAsync(context) is not { } form) return;
        if (await antiforgery.IsRequestValidAsync(context))
        {
            await handle(context, person, form);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await errors.WriteAsync(context, reference: null, ErrorWords.StaleForm);
    }

    internal static void Configure(AntiforgeryOptions options)
    {
        options.Cookie.Name = "samverkan-form";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.FormFieldName = FormToken.Field;
        options.SuppressXFrameOptionsHeader = true; // SecurityHeaders has the stricter one.
    }
}
