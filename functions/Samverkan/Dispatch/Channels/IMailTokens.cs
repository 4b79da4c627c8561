namespace Samverkan.Dispatch.Channels;

/// <summary>The port to whatever gives access tokens for sending e-mail.</summary>
public interface IMailTokens
{
    /// <summary>
    /// A token that is valid now; asking often is cheap, since it is kept until shortly before it ends. Why there is none is a
    /// result: a fault that may pass, or one of the settings.
    /// </summary>
    /// <param name="refused">
    /// The token that the server no longer takes: a kept one that is the same is passed over and a new one asked for. The same
    /// again means that the issuer has no other. Null where none was refused.
    /// </param>
    /// <param name="cancellation">Breaks off.</param>
    Task<MailToken> GetAsync(MailToken? refused, CancellationToken cancellation);
}
