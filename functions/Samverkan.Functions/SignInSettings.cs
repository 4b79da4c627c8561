namespace Samverkan.Functions;

/// <summary>Reads who says whom a request is from.</summary>
internal static class SignInSettings
{
    /// <summary>
    /// Whether App Service Authentication stands in front: the platform then sets <c>WEBSITE_AUTH_ENABLED</c>. Never in the
    /// embedded host, where nothing does, whatever its environment says.
    /// </summary>
    public static bool EasyAuth(SettingsReader read) => IsAzure && read.Flag("WEBSITE_AUTH_ENABLED", false);

#if AZURE
    private static bool IsAzure => true;
#else
    private static bool IsAzure => false;
#endif
}
