using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Samverkan.Functions.LocalHost;

/// <summary>The addresses that the pages are to be shown on, looked at before anything runs: the server itself binds last.</summary>
internal static class ListenAddresses
{
    /// <summary>Why they cannot be had, in Swedish; null where they can.</summary>
    /// <param name="urls">One or more, with semicolons between.</param>
    public static string? Problem(string urls) => urls.Split(';').Select(ProblemOf).FirstOrDefault(problem => problem is not null);

    /// <summary>What is said where another program has the address.</summary>
    public static string Taken(string url) =>
        $"Adressen är upptagen av ett annat program ({url}). Stoppa det, eller välj en annan med --urls http://127.0.0.1:7072.";

    private static string? ProblemOf(string url) =>
        Parse(url) is not { } address
            ? $"Sidorna kan inte visas på ”{url}”. Skriv en adress som börjar med http://, till exempel --urls http://127.0.0.1:7072; krypteringen sköter en proxy framför."
            : IsTaken(address) ? Taken(url) : null;

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http", PathBase: "" } address ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsTaken(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe) return false;
        var host = IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.Loopback;
        using var socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(host, address.Port));
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode is SocketError.AddressAlreadyInUse;
        }
    }
}
