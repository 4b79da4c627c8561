namespace Samverkan.Formats.Smtp;

/// <summary>
/// A user name and password for AUTH PLAIN (RFC 4616) or LOGIN, or a user name and access token for XOAUTH2. Never shown:
/// not in text, not in failures.
/// </summary>
public sealed record SmtpCredentials
{
    /// <summary>Takes a user name and password in any letters.</summary>
    /// <exception cref="ArgumentException">One of them is empty or has a NUL, which PLAIN cannot carry.</exception>
    public SmtpCredentials(string userName, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (userName.Contains('\0', StringComparison.Ordinal) || password.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A user name or password has a NUL character.", nameof(userName));
        (UserName, Password) = (userName, password);
    }

    /// <summary>The user name.</summary>
    public string UserName { get; }

    /// <summary>The password, or the access token.</summary>
    public string Password { get; }

    /// <summary>Whether it is an access token (RFC 6749), which goes by XOAUTH2 alone, and never over clear text.</summary>
    public bool IsToken { get; private init; }

    /// <summary>A user name and the access token that lets it send.</summary>
    /// <exception cref="ArgumentException">One is empty, or has a control character, which XOAUTH2 divides by.</exception>
    public static SmtpCredentials OfToken(string userName, string token) =>
        userName.Any(char.IsControl) || token.Any(char.IsControl)
            ? throw new ArgumentException("A user name or token has a control character.", nameof(userName))
            : new SmtpCredentials(userName, token) { IsToken = true };

    /// <summary>Says nothing: a record would print its members, and options end up in logs.</summary>
    public override string ToString() => "***";
}
