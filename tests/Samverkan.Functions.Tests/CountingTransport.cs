using System.Collections.Concurrent;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Endpoints;
using Samverkan.Formats.Mime;

namespace Samverkan.Functions.Tests;

/// <summary>A relay that takes, or for now refuses, what it is sent, and counts what it took by Message-ID.</summary>
internal sealed class CountingTransport : IMailTransport
{
    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it refuses for now.</summary>
    public bool Refuses { get; set; }

    /// <summary>What happens when a message has been taken, before the answer.</summary>
    public Func<Task> AfterTaking { get; set; } = () => Task.CompletedTask;

    /// <summary>What it answers when it has taken a message.</summary>
    public string Answer { get; set; } = "250 OK";

    public EndpointId? Endpoint { get; } = EndpointId.Mail("mejl.example", 25);

    public async Task<ChannelResult> SendAsync(MimeMessage message, EmailAddress? returnPath, CancellationToken cancellation)
    {
        await Task.Yield();
        if (Refuses) return new ChannelResult(AttemptOutcome.Transient, "smtp.deferred", "451 later") { Endpoint = EndpointHealth.Works };
        Taken.AddOrUpdate(message.MessageId.Value, 1, (_, count) => count + 1);
        await AfterTaking();
        return new ChannelResult(AttemptOutcome.HandedOver, MailCodes.Accepted, Answer) { Endpoint = EndpointHealth.Works };
    }
}
