using System.Globalization;

namespace Samverkan.Web.Words;

/// <summary>How far it is to a day, in Swedish.</summary>
internal static class NoticeWords
{
    /// <summary>"30 dagar kvar", "1 dag kvar", "sista dagen", "2 dagar för sent".</summary>
    internal static string DaysLeft(int days) => days switch
    {
        0 => "sista dagen",
        > 0 => $"{Days(days)} kvar",
        _ => $"{Days(-days)} för sent",
    };

    internal static string Days(int days) => days == 1 ? "1 dag" : string.Create(CultureInfo.InvariantCulture, $"{days} dagar");
}
