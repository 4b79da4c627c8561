using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Samverkan.SignIn;

namespace Samverkan.Web.Tests.Support;

/// <summary>Keeps cookies, and posts forms with the token of the page that it read last.</summary>
public sealed partial class Browser(World world)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>What every request is given besides.</summary>
    public Action<HttpContext>? Always { get; init; }

    public string? Token { get; set; }

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>The names and attributes of the cookies that were set last.</summary>
    public IReadOnlyList<string> Set { get; private set; } = [];

    public static async Task<Browser> SignedInAsync(World world, SignInRole role = SignInRole.Administrator, string name = "Anna Andersson")
    {
        var token = await world.SignIns.IssueAsync(name, role, 12, "cli:test", default);
        var browser = new Browser(world);
        var reply = await browser.PostAsync($"/logga-in/{token}");
        Assert.Equal(303, reply.Status);
        return browser;
    }

    public Task<Reply> GetAsync(string address, string method = "GET") => SendAsync(address, method, body: null);

    public Task<Reply> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var all = Token is null ? fields : [("bevis", Token), .. fields];
        return SendAsync(address, "POST", string.Join('&', all.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")));
    }

    private async Task<Reply> SendAsync(string address, string method, string? body)
    {
        var reply = await world.GetAsync(address, method, context =>
        {
            if (_cookies.Count > 0) context.Request.Headers.Cookie = string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));
            if (body is not null)
            {
                context.Request.ContentType = "application/x-www-form-urlencoded";
                context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
                context.Request.ContentLength = context.Request.Body.Length;
            }

            Always?.Invoke(context);
        });
        Set = [.. reply.Headers.SetCookie.OfType<string>()];
        foreach (var pair in Set.Select(c => c.Split(';')[0].Split('=', 2))) _cookies[pair[0]] = pair[1];
        if (Hidden().Match(reply.Body) is { Success: true } match) Token = WebUtility.HtmlDecode(match.Groups["value"].Value);
        return reply;
    }

    [GeneratedRegex("name=\"bevis\" value=\"(?<value>[^\"]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Hidden();
}
