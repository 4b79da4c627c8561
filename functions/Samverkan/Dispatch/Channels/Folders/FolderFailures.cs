using static Samverkan.Dispatch.FailurePhrases;

namespace Samverkan.Dispatch.Channels.Folders;

/// <summary>What the codes of folders mean.</summary>
internal static class FolderFailures
{
    /// <summary>The texts by code.</summary>
    public static readonly IReadOnlyDictionary<string, FailureText> Texts = new Dictionary<string, FailureText>(StringComparer.Ordinal)
    {
        [FolderCodes.Written] = new(
            "Handlingarna lades i mottagarens mapp.", "Expedieringen är överlämnad.", Nothing),
        [FolderCodes.AlreadyThere] = new(
            "Handlingarna låg redan i mottagarens mapp, från ett försök som avbröts.", "Expedieringen är överlämnad.", Nothing),
        [FolderCodes.Full] = new(
            "Disken med mottagarens mapp är full.", MayPass, "Be it-avdelningen frigöra utrymme." + TriesOn),
        [FolderCodes.Denied] = new(
            "Samverkan får inte skriva i mottagarens mapp.", MayPass,
            "Be it-avdelningen ge Samverkan rätt att skriva i mappen." + TriesOn),
        [FolderCodes.Failed] = new(
            "Det gick inte att skriva i mottagarens mapp: disken, eller vägen till den, svarar med fel.", MayPass,
            Goes + "be it-avdelningen kontrollera disken, och skicka expedieringen igen när den fungerar."),
    };
}
