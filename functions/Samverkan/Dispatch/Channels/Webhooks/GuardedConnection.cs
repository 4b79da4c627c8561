using System.Net;
using System.Net.Sockets;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>
/// Opens connections for webhooks. The name is looked up once and the address that was checked is the one connected to, so
/// that a name which leads elsewhere the second time (DNS rebinding) gains nothing.
/// </summary>
/// <param name="resolve">Looks a host's addresses up; an address leads to itself.</param>
/// <param name="allowPrivate">Hosts that may have private addresses.</param>
internal sealed class GuardedConnection(Func<string, CancellationToken, Task<IPAddress[]>> resolve, IReadOnlyCollection<string> allowPrivate)
{
    private static readonly TimeSpan PerAddress = TimeSpan.FromSeconds(10);

    internal async ValueTask<Stream> OpenAsync(DnsEndPoint host, bool secure, CancellationToken cancellation)
    {
        var found = await resolve(host.Host, cancellation);
        var mayBePrivate = allowPrivate.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
        IPAddress[] addresses = [.. found.Where(a => mayBePrivate || !PrivateAddresses.Contain(a))];
        if (found.Length > 0 && addresses.Length == 0) throw new RefusedAddressException(WebhookCodes.PrivateAddress);
        if (!secure && !addresses.All(IPAddress.IsLoopback)) throw new RefusedAddressException(WebhookCodes.Insecure);

        SocketException? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await OpenAsync(new IPEndPoint(address, host.Port), cancellation);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<Stream> OpenAsync(IPEndPoint address, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PerAddress);
        try
        {
            await socket.ConnectAsync(address, patience.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
