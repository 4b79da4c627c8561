namespace Samverkan.Web.Pages;

/// <summary>One mark in the picture of a year.</summary>
/// <param name="Shape">Which: reminder, told, inbox, arrow, check, checks, alert or cross.</param>
/// <param name="Tone">Its colour's class; the shape says the same.</param>
/// <param name="X">Where, from the left, such as <c>37.5%</c>.</param>
/// <param name="Y">How far down: what happened on the same day stands below each other.</param>
public sealed record YearMark(string Shape, string Tone, string X, int Y);
