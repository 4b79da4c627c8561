namespace Samverkan.Dispatch.Channels;

/// <summary>
/// The tokens that one server has been shown. One that it refused is not shown again where there is another; and what the
/// refusal means hangs on whether that token has worked: then it has ended or been withdrawn, and a new one may be taken.
/// </summary>
internal sealed class ShownTokens(IMailTokens issuer)
{
    private readonly Lock _lock = new();
    private MailToken? _refused;

    // Two: while one is renewed, a try that began with the one before it may still be under way.
    private MailToken? _worked;
    private MailToken? _workedBefore;

    internal async Task<MailToken> NextAsync(CancellationToken cancellation)
    {
        MailToken? refused;
        lock (_lock) refused = _refused;
        var token = await issuer.GetAsync(refused, cancellation);
        if (token == refused) Forget(token);
        return token;
    }

    internal void Works(MailToken token)
    {
        lock (_lock)
        {
            if (token == _refused) _refused = null;
            if (token != _worked) (_worked, _workedBefore) = (token, _worked);
        }
    }

    /// <summary>Takes note of a refusal; whether a new token may be taken.</summary>
    internal bool IsRefusedAfterWorking(MailToken token)
    {
        lock (_lock)
        {
            _refused = token;
            return token == _worked || token == _workedBefore;
        }
    }

    // The issuer has no other, so what it once was good for says nothing of a new one.
    private void Forget(MailToken token)
    {
        lock (_lock)
        {
            if (token == _worked) _worked = null;
            if (token == _workedBefore) _workedBefore = null;
        }
    }
}
