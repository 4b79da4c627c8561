using Samverkan.Web.Pages;

namespace Samverkan.Web.Forms;

/// <summary>The places of one agreement.</summary>
/// <param name="Title">The agreement's title.</param>
/// <param name="Places">Its occurrences and itself.</param>
public sealed record PlaceGroup(string Title, IReadOnlyList<Choice> Places);
