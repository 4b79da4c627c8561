namespace Samverkan.Agreements;

/// <summary>The codes that a register's errors have. They are stable: scripts and tests rely on them.</summary>
public static class RegisterErrorCode
{
    /// <summary>The file is larger than 10 MB.</summary>
    public const string TooLarge = "json.too-large";

    /// <summary>The file is empty or white space alone.</summary>
    public const string Empty = "json.empty";

    /// <summary>The file is not UTF-8.</summary>
    public const string Encoding = "json.encoding";

    /// <summary>The file is not JSON.</summary>
    public const string Syntax = "json.syntax";

    /// <summary>The file has a comment, which JSON does not.</summary>
    public const string Comment = "json.comment";

    /// <summary>A comma stands after the last value of a list or an object.</summary>
    public const string TrailingComma = "json.trailing-comma";

    /// <summary>Values lie deeper within each other than a register's ever do.</summary>
    public const string TooDeep = "json.too-deep";

    /// <summary>A property that no register has.</summary>
    public const string UnknownProperty = "property.unknown";

    /// <summary>A property stands twice in one object.</summary>
    public const string DuplicateProperty = "property.duplicate";

    /// <summary>A property that is needed is not there.</summary>
    public const string MissingProperty = "property.missing";

    /// <summary>A text where a list should be, and the like; null too.</summary>
    public const string WrongType = "value.type";

    /// <summary>A text with nothing in it.</summary>
    public const string EmptyText = "value.empty";

    /// <summary>A text that is too long.</summary>
    public const string TooLong = "value.too-long";

    /// <summary>A text with control characters, direction marks or broken characters.</summary>
    public const string UnsafeText = "value.characters";

    /// <summary>A word that is none of the allowed ones.</summary>
    public const string UnknownWord = "value.unknown";

    /// <summary>A list that needs an entry has none.</summary>
    public const string EmptyList = "list.empty";

    /// <summary>The same entry stands twice in one list.</summary>
    public const string RepeatedEntry = "list.repeated";

    /// <summary>An id with characters that ids do not have.</summary>
    public const string IdFormat = "id.format";

    /// <summary>Two have the same id.</summary>
    public const string DuplicateId = "id.duplicate";

    /// <summary>An agreement's id is a name that the system keeps for itself.</summary>
    public const string ReservedId = "id.reserved";

    /// <summary>A reference to a contact or group that is not in the register.</summary>
    public const string UnknownReference = "reference.unknown";

    /// <summary>A group where only a contact can stand.</summary>
    public const string GroupReference = "reference.group";

    /// <summary>Two contacts or groups have the same name or alias.</summary>
    public const string AmbiguousName = "name.ambiguous";

    /// <summary>Two obligations whose plan years meet have the same title in minutes.</summary>
    public const string AmbiguousTitle = "title.ambiguous";

    /// <summary>A date that is none, or outside 1900–2299.</summary>
    public const string DateFormat = "date.format";

    /// <summary>A yearly date that is none.</summary>
    public const string YearlyDateFormat = "yearly-date.format";

    /// <summary>A reminder that is not a number of days or weeks.</summary>
    public const string ReminderFormat = "reminder.format";

    /// <summary>A time of retention that is not a number of whole years.</summary>
    public const string RetentionFormat = "retention.format";

    /// <summary>A part's name that is not one short word.</summary>
    public const string PartFormat = "part.format";

    /// <summary>A channel's address does not suit its type.</summary>
    public const string ChannelAddress = "channel.address";

    /// <summary>An agreement ends before it begins.</summary>
    public const string Period = "agreement.period";

    /// <summary>A cooperation agreement without obligations.</summary>
    public const string NoObligations = "agreement.no-obligations";

    /// <summary>There are more errors than are listed.</summary>
    public const string MoreErrors = "errors.more";
}
