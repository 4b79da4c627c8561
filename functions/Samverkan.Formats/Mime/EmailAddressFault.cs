namespace Samverkan.Formats.Mime;

/// <summary>Why a text is no <see cref="EmailAddress"/>; <see cref="None"/> when it is one.</summary>
public enum EmailAddressFault
{
    /// <summary>The text is an address.</summary>
    None,

    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>Longer than RFC 5321 4.5.3.1 allows: 64 characters before the @, 254 in all.</summary>
    TooLong,

    /// <summary>There is no @, or nothing on one side of it.</summary>
    NoAtSign,

    /// <summary>Letters beyond ASCII before the @, which only servers with SMTPUTF8 (RFC 6531) take; we refuse it.</summary>
    NeedsSmtpUtf8,

    /// <summary>The part before the @ is no dot-atom of RFC 5322: spaces, quotes, control characters, misplaced dots.</summary>
    InvalidLocalPart,

    /// <summary>The part after the @ is no host name, not even after IDNA.</summary>
    InvalidDomain,
}
