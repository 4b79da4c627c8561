using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>An answer that is not what was asked for.</summary>
/// <param name="Words">What it means.</param>
/// <param name="Reference">What the log knows the failure by; null where nothing failed here.</param>
/// <param name="IsOutside">Whether it is for people who came by a link and have no account here.</param>
public sealed record ErrorView(ErrorWords Words, string? Reference, bool IsOutside = false);
