using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Samverkan.Web;

/// <summary>What the pages tell about the host that serves them, and whom it answers.</summary>
public sealed record WebOptions
{
    /// <summary>True where no mail server is set, so that messages are written to files: every page says so. False by default.</summary>
    public bool MailToFile { get; init; }

    /// <summary>True where the demo is served: every page says that what it shows never happened. False by default.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Where files are dropped, for people to read; null where a page shall not name a place.</summary>
    public string? Inbox { get; init; }

    /// <summary>The data folder, for the command lines that pages show; null where a page shall not name it.</summary>
    public string? Data { get; init; }

    /// <summary>Where messages are written when <see cref="MailToFile"/>; null where a page shall not name a place.</summary>
    public string? Outbox { get; init; }

    /// <summary>
    /// The pages' address as people elsewhere reach them; null (the default) where only this machine does. Where it is set,
    /// reading the pages and the API needs a sign-in.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>
    /// Whether Azure App Service Authentication stands in front of the pages and says who a request is from, in a header that
    /// is believed. False by default: then people sign in by links.
    /// </summary>
    public bool EasyAuth { get; init; }

    /// <summary>
    /// The folder of the keys that cookies are sealed with; null (the default) for keys that end with the process, and all
    /// sign-ins with them.
    /// </summary>
    public string? CookieKeys { get; init; }

    /// <summary>What keeps those keys where there is no folder for them, so that hosts share them; null for none.</summary>
    public Func<IServiceProvider, IXmlRepository>? CookieKeyStore { get; init; }

    /// <summary>
    /// The host names that are answered, without port; <c>*</c> for all, where something in front of the pages checks it.
    /// This machine alone by default, so that a web site elsewhere cannot read the pages by pointing its name here.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];
}
