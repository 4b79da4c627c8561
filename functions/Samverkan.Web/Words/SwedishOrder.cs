using System.Globalization;

namespace Samverkan.Web.Words;

/// <summary>The order of the Swedish alphabet, å, ä and ö last.</summary>
internal static class SwedishOrder
{
    internal static readonly StringComparer Comparer = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), CompareOptions.IgnoreCase);
}
