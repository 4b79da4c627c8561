using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Functions.LocalHost;

/// <summary>The addresses that the pages are to be shown on, looked at before anything runs: the server itself binds last.</summary>
internal static class ListenAddresses
{
    /// <summary>Why they cannot be had, in Swedish; null where they can.</summary>
    /// <param name="urls">One or more, with semicolons between.</param>
    public static string? Problem(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } each
        ? each.Select(ProblemOf).FirstOrDefault(problem => problem is not null)
        : NoAddress(urls);

    /// <summary>What is said where another program has the address.</summary>
    public static string Taken(string url) =>
        $"Adressen är upptagen av ett annat program ({url}). Stoppa det, eller välj en annan med --urls http://127.0.0.1:7072.";

    private static string NoAddress(string url) =>
        $"Sidorna kan inte visas på ”{url}”. Skriv http://, adress och port, utan sökväg, till exempel --urls http://127.0.0.1:7072. Kryptering (https) sköts av en proxy framför.";

    private static string? ProblemOf(string url) => Parse(url) is not { } address ? NoAddress(url) : ErrorOf(address) switch
    {
        SocketError.AddressAlreadyInUse => Taken(url),
        SocketError.AccessDenied => $"Tjänsten får inte använda port {address.Port} ({url}). Välj en över 1023, till exempel --urls http://127.0.0.1:7072.",
        SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
            $"Den här datorn har inte adressen {url}. Välj en som den har, till exempel --urls http://127.0.0.1:7072.",
        _ => null,
    };

    private static BindingAddress? Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && address.PathBase.Length == 0 && IsPort(address) ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // The server finds a free port for an address, not for a name that stands for two.
    private static bool IsPort(BindingAddress address) =>
        address.Port is >= 0 and <= IPEndPoint.MaxPort && (address.Port > 0 || !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));

    // What the server is to try itself, such as a socket in the file system, has no error here.
    private static SocketError ErrorOf(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe) return SocketError.Success;
        try
        {
            var host = IpOf(address.Host);
            using var socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(host, address.Port));
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }

    // To the server every name but this one is a sign for all of the machine's addresses.
    private static IPAddress IpOf(string host) =>
        IPAddress.TryParse(host, out var ip) ? ip
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.Any;
}
