namespace Samverkan.Dispatch.Channels;

/// <summary>The port to whatever gives access tokens for sending e-mail.</summary>
public interface IMailTokens
{
    /// <summary>
    /// A token that is valid now; asking often is cheap, since it is kept until shortly before it ends. Why there is none is a
    /// result: a fault that may pass, or one of the settings.
    /// </summary>
    Task<MailToken> GetAsync(CancellationToken cancellation);
}
