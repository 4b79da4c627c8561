using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>An answer that is not what was asked for.</summary>
/// <param name="Status">The HTTP status, 400 or more.</param>
/// <param name="Reference">What the log knows the failure by; null where nothing failed here.</param>
public sealed record ErrorView(int Status, string? Reference)
{
    /// <summary>What it means.</summary>
    public ErrorWords Words => ErrorWords.Of(Status);
}
