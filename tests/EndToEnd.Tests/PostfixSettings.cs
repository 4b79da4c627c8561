using System.Globalization;
using Samverkan.Formats.Tests.Servers;

namespace EndToEnd.Tests;

/// <summary>The settings of a <see cref="PostfixRelay"/>, with everything that Postfix writes in the folder that they lie in.</summary>
internal static class PostfixSettings
{
    public static void Write(string folder, CertificateFiles certificate, int? nextPort, string[] recipients, int port, int implicitPort)
    {
        foreach (var name in (string[])["queue", "data"]) Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, "main.cf"), Relaying(folder, certificate, nextPort, recipients));
        File.WriteAllText(Path.Combine(folder, "master.cf"), Services(port, implicitPort));
        File.WriteAllLines(Path.Combine(folder, "recipients"), recipients.Select(address => address + " known"));
    }

    private static string Relaying(string folder, CertificateFiles certificate, int? nextPort, string[] recipients) => Text(
        $"""
        compatibility_level = 3.6
        queue_directory = {folder}/queue
        data_directory = {folder}/data
        maillog_file = {folder}/log
        maillog_file_prefixes = {folder}
        myhostname = relay.kommun.example
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mydestination =
        local_recipient_maps =
        alias_maps =
        alias_database =
        mynetworks = 127.0.0.0/8
        smtpd_peername_lookup = no
        smtp_dns_support_level = disabled
        smtpd_relay_restrictions = permit_mynetworks, reject
        smtpd_tls_security_level = encrypt
        smtpd_tls_cert_file = {certificate.Certificate}
        smtpd_tls_key_file = {certificate.Key}
        smtpd_tls_received_header = yes
        relay_domains = {string.Join(", ", recipients.Select(address => address.Split('@')[1]).Distinct(StringComparer.Ordinal))}
        relay_recipient_maps = texthash:{folder}/recipients
        relay_transport = {(nextPort is { } next ? Text($"smtp:[127.0.0.1]:{next}") : "discard:")}
        queue_run_delay = 2s
        minimal_backoff_time = 2s
        maximal_backoff_time = 4s

        """);

    private static string Services(int port, int implicitPort) => Text(
        $"""
        {port} inet n - n - - smtpd
        {implicitPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        postlog unix-dgram n - n - 1 postlogd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        flush unix n - n 1000? 0 flush
        smtp unix - - n - - smtp
        discard unix - - n - - discard
        error unix - - n - - error
        retry unix - - n - - error
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache

        """);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
