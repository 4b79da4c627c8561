using System.Collections.Frozen;
using Samverkan.Agreements;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>How webhooks are sent. Settings are named <c>Webhook:…</c>.</summary>
public sealed record WebhookOptions
{
    /// <summary>
    /// What each contact's webhooks are signed with, by the contact's id: one or more <c>whsec_</c> keys, separated by
    /// spaces. Empty by default; a contact without one gets nothing. Never shown.
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Hosts that may have private addresses, by name or address as the register writes them. Empty by default.</summary>
    public IReadOnlyCollection<string> AllowPrivate { get; init; } = [];

    /// <summary>How long a try may take, from the look-up of the name to the answer: 1 second to 5 minutes, 30 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with the settings, in Swedish, each naming its setting; none where all is well.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (contact, secret) in Secrets)
        {
            if (!ContactId.TryParse(contact, out _))
                yield return $"Webhook:Secrets:{contact} ska sluta med en kontakts id i registret, till exempel Webhook:Secrets:region-system.";
            if (WebhookSecret.Parse(secret) is null)
                yield return $"Webhook:Secrets:{contact} ska vara en eller flera nycklar med mellanslag emellan, var och en whsec_ följt av 24–64 byte i base64. Mottagaren ska ha samma nyckel.";
        }

        foreach (var host in AllowPrivate.Where(h => Uri.CheckHostName(h) is UriHostNameType.Unknown))
            yield return $"Webhook:AllowPrivate har \"{host}\", men ska vara datornamn eller IP-adresser med mellanslag emellan, utan port.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5))
            yield return "Webhook:Timeout ska vara mellan 1 sekund och 5 minuter, till exempel 00:00:30.";
    }

    /// <summary>No secrets: options end up in logs, and a record would print them.</summary>
    public override string ToString() => $"{nameof(WebhookOptions)} {{ {Secrets.Count} secrets, {Timeout} }}";
}
