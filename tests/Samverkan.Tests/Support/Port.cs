namespace Samverkan.Tests.Support;

/// <summary>What a host that dispatches stands on, outside its own process.</summary>
internal enum Port
{
    Ledger,
    DeliveryLog,
    Queue,
    Channel,
}
