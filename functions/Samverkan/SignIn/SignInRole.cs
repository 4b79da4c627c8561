namespace Samverkan.SignIn;

/// <summary>What somebody who is signed in to the pages may do.</summary>
public enum SignInRole
{
    /// <summary>Läsare: reads.</summary>
    Reader,

    /// <summary>Administratör: reads and decides.</summary>
    Administrator,
}
