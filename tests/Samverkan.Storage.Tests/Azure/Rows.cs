using System.Globalization;
using NodaTime;
using Samverkan.Dispatch;
using Samverkan.Ledger;

namespace Samverkan.Storage.Tests.Azure;

/// <summary>Rows of the delivery log, made by number.</summary>
public static class Rows
{
    public static readonly Instant Now = Instant.FromUtc(2022, 12, 1, 5, 0);

    public static DeliveryRow Delivery(int n) => new(
        string.Create(CultureInfo.InvariantCulture, $"folkhalsa-2021.2023.{n:x20}"),
        1,
        "folkhalsa-2021",
        "verksamhetsplan",
        2023,
        DeliveryVersion.Adopted,
        "vgr-folkhalsa",
        DeliveryState.Owed,
        0,
        Now + Duration.FromSeconds(n),
        null,
        Now,
        [DocumentHash.Of([(byte)n])]);
}
