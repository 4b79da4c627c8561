namespace Samverkan.Formats.Smtp;

/// <summary>A user name and password for AUTH PLAIN (RFC 4616) or LOGIN. Never shown: not in text, not in failures.</summary>
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

    /// <summary>The password.</summary>
    public string Password { get; }

    /// <summary>Says nothing: a record would print its members, and options end up in logs.</summary>
    public override string ToString() => "***";
}
