using System.Net;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Web.Tests.Support;

/// <summary>What the site answered.</summary>
public sealed record Reply(int Status, IHeaderDictionary Headers, string Body)
{
    /// <summary>The page's text: without markup, with white space folded.</summary>
    public string Text => string.Join(' ', WebUtility.HtmlDecode(
        System.Text.RegularExpressions.Regex.Replace(Body, "<[^>]*>", " ", default, TimeSpan.FromSeconds(5)))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
