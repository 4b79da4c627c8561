namespace Samverkan.Web.Pages;

/// <summary>One choice of a list in a form.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What a person reads.</param>
public sealed record Choice(string Value, string Text);
