using Samverkan.Dispatch.Channels;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>Gives the tokens of a list: the one it gave last, until that one is refused, and the last one for ever.</summary>
internal sealed class ListedTokens(params string[] tokens) : IMailTokens
{
    private int _at;

    /// <summary>What was said to be refused at each call; null where nothing was.</summary>
    public List<MailToken?> Refused { get; } = [];

    public Task<MailToken> GetAsync(MailToken? refused, CancellationToken cancellation)
    {
        lock (Refused)
        {
            Refused.Add(refused);
            if (refused == MailToken.Of(tokens[_at]) && _at < tokens.Length - 1) _at++;
            return Task.FromResult(MailToken.Of(tokens[_at]));
        }
    }
}
