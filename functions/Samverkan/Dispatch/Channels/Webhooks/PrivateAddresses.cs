using System.Net;
using System.Net.Sockets;

namespace Samverkan.Dispatch.Channels.Webhooks;

/// <summary>
/// Tells addresses that lie within an organisation, a machine or a cloud from those of the internet (the special-purpose
/// registries of RFC 6890), so that a webhook's address cannot be used to reach what is behind the firewall.
/// </summary>
internal static class PrivateAddresses
{
    private static readonly IPNetwork[] V4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", // Azure's own services for a virtual machine, on an address that looks public
        ]).Select(IPNetwork.Parse),
    ];

    // Of 2000::/3, the only part that is public: protocol assignments with Teredo, documentation, 6to4.
    private static readonly IPNetwork[] V6 =
        [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(IPNetwork.Parse)];

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is not one of the public internet; what an IPv6 address carries of IPv4 decides.</summary>
    internal static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetwork) return V4.Any(n => n.Contains(address));
        if (Nat64.Contains(address)) return Contain(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return !Public6.Contains(address) || V6.Any(n => n.Contains(address));
    }
}
