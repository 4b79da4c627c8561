namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>A connection was not opened because of what the host's name led to. Only the client throws and catches it.</summary>
/// <param name="code">Why: a code of <see cref="WebhookCodes"/>.</param>
internal sealed class RefusedAddressException(string code) : IOException($"The connection was refused here: {code}.")
{
    internal string Code => code;
}
