using Samverkan.Formats.Smtp;

namespace Samverkan.Dispatch.Channels;

/// <summary>
/// Opens connections that are logged in with an access token (XOAUTH2). A token that has worked and then is refused (535) is
/// a fault that may pass, and the next try brings a new one; a new one that is refused needs a person.
/// </summary>
internal sealed class TokenLogin(string user, IMailTokens issuer)
{
    private readonly ShownTokens _tokens = new(issuer);

    /// <summary>The connection, or why there is none; and what the try comes to where it is for want of a token that is taken.</summary>
    internal async Task<(SmtpConnectResult? Opened, ChannelResult? Fault)> OpenAsync(SmtpOptions server, CancellationToken cancellation)
    {
        var token = await _tokens.NextAsync(cancellation);
        if (token.Value is not { } value) return (null, token.Fault);
        var opened = await SmtpConnection.OpenAsync(server with { Credentials = SmtpCredentials.OfToken(user, value) }, progress: null, cancellation);
        if (opened.IsConnected) _tokens.Works(token);
        return (opened, opened.Failure is { Phase: SmtpPhase.Auth, Fault: SmtpFault.Refused, Reply.Code: 535 } failure ? Refused(token, failure) : null);
    }

    // The end of a token is nothing that the circuit breaker should count against the server.
    private ChannelResult Refused(MailToken token, SmtpFailure failure)
    {
        var result = SmtpOutcomes.Of(new SmtpResult(failure, failure.Reply, []));
        return _tokens.IsRefusedAfterWorking(token)
            ? result with { Outcome = AttemptOutcome.Transient, Code = MailCodes.LoginExpired, Endpoint = Endpoints.EndpointHealth.Unknown }
            : result with { Code = MailCodes.LoginRefused };
    }
}
