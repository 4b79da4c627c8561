using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How the clients send: retries, transport and policies, as for every Azure client.</summary>
internal sealed class TableClientOptions : ClientOptions;
