namespace Samverkan.Intake;

/// <summary>Why a file was quarantined before anybody read it. Codes of reading are in <c>TextCodes</c>, of placing in <c>MatchCodes</c>.</summary>
public static class IntakeCodes
{
    /// <summary>The name cannot be a file's name everywhere, or tries to be a path out of the inbox.</summary>
    public const string BadName = "inbox.bad-name";

    /// <summary>No file: a message on the queue that is no delivery's.</summary>
    public const string StrayMessage = "queue.stray-message";

    /// <summary>The file is longer than is taken in.</summary>
    public const string TooLarge = "inbox.too-large";
}
