using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samverkan.Dispatch.Bounces;
using Samverkan.Functions.LocalHost.Model;
using Samverkan.Functions.Triggers;
using Samverkan.Intake;

namespace Samverkan.Functions.Tests;

/// <summary>One timer, two pieces of work: neither waits for the other to be in order.</summary>
public sealed class InboxSweepTriggerTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("samverkan-inbox-").FullName;
    private readonly Box _box = new();

    [Fact]
    public async Task Bounces_are_read_though_the_inbox_cannot_be_and_the_fault_is_told()
    {
        await using var host = new SharedHost(_data, SystemClock.Instance, new CountingTransport(), change: services => services
            .AddSingleton<IInbox>(_box).AddSingleton<IBounceBox>(_box));
        var trigger = new InboxSweepTrigger(host.Get<InboxSweep>(), host.Get<BounceSweep>());
        await Assert.ThrowsAsync<IOException>(() => trigger.RunAsync(new TimerInfo(), CancellationToken.None));
        Assert.True(_box.IsRead);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private sealed class Box : IInbox, IBounceBox
    {
        public bool IsRead { get; private set; }

        IAsyncEnumerable<string> IInbox.ListAsync(CancellationToken cancellation) => BrokenAsync(cancellation);

        async IAsyncEnumerable<string> IBounceBox.ListAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Yield();
            IsRead = true;
            yield break;
        }

        Task<IInboxClaim?> IInbox.ClaimAsync(string name, CancellationToken cancellation) => Task.FromResult<IInboxClaim?>(null);

        Task<IBounceClaim?> IBounceBox.ClaimAsync(string name, CancellationToken cancellation) => Task.FromResult<IBounceClaim?>(null);

        private static async IAsyncEnumerable<string> BrokenAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Delay(1, cancellation);
            yield return await Task.FromException<string>(new IOException("The inbox cannot be read."));
        }
    }
}
