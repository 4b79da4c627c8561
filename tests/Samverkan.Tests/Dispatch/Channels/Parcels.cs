using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Letters;
using Samverkan.Dispatch.Links;
using Samverkan.Ledger;
using Samverkan.Tests.Dispatch.Letters;
using Samverkan.Tests.Dispatch.Links;

namespace Samverkan.Tests.Dispatch.Channels;

/// <summary>Parcels with real bytes, as the dispatcher makes them.</summary>
internal static class Parcels
{
    internal static readonly byte[] PlanBytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
    internal static readonly byte[] ExtractBytes = "§ 193\r\n.\r\nVerksamhetsplan för Alingsås\n"u8.ToArray();

    internal static readonly SentDocument Plan = new(DocumentHash.Of(PlanBytes), "Verksamhetsplan för folkhälsa 2023.pdf", "plan", PlanBytes.Length);
    internal static readonly SentDocument Extract = new(DocumentHash.Of(ExtractBytes), "§ 193.txt", "extract", ExtractBytes.Length);

    /// <summary>The delivery that the escalation is about.</summary>
    internal static readonly string Escalated = Sample.Of(DeliveryVersion.Draft, Sample.Plan2023).Id;

    internal static Parcel Adopted() =>
        Of(Sample.Of(DeliveryVersion.Adopted, Sample.Plan2023 with { Decision = Sample.Decision193 }, Plan, Extract));

    /// <summary>One that may go with links.</summary>
    internal static Parcel Linked(Delivery delivery)
    {
        var options = new LetterOptions { PublicUrl = new Uri("https://samverkan.alingsas.example") };
        var writer = new LetterWriter(options, new DeliveryLinks(options, new LinkSigner(new LinkSignerTests.Keys(1))));
        return Of(delivery) with { LinkedLetter = writer.WriteLinked(delivery, Sample.Region, Sample.Register) };
    }

    /// <summary>An escalation with its package; null for a municipality whose pages nobody reaches.</summary>
    internal static Parcel Escalation(Uri? publicUrl)
    {
        var item = Sample.Item(NoticeKind.Escalated, 0) with
        {
            Key = $"escalated/{Escalated}",
            DetailText = "Avdelning folkhälsa\nfolkhalsa@region.example",
            EnclosedDocuments = [Plan, Extract],
        };
        var notice = Sample.Notice(item) with { Documents = item.EnclosedDocuments };
        var options = new LetterOptions { PublicUrl = publicUrl };
        var writer = new LetterWriter(options, new DeliveryLinks(options, new LinkSigner(new LinkSignerTests.Keys(1))));
        return Of(notice) with { LinkedLetter = writer.WriteLinked(notice, Sample.Strategist, Sample.Register) };
    }

    internal static Parcel Of(Delivery delivery) => new(
        delivery.Id,
        Sample.Region,
        Sample.Region.Channel,
        new LetterWriter(new LetterOptions()).Write(delivery, Sample.Region, Sample.Register),
        delivery.CreatedAt,
        delivery.Documents,
        (hash, _) => Task.FromResult<Stream?>(new MemoryStream(hash == Plan.Hash ? PlanBytes : ExtractBytes)))
    {
        Matter = delivery.Matter,
    };
}
