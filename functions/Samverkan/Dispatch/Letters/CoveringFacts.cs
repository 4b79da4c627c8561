using Samverkan.Agreements;

namespace Samverkan.Dispatch.Letters;

/// <summary>What the covering letters have in common: names for what is handed over, the list of it, and the ending.</summary>
internal sealed class CoveringFacts(Delivery delivery, Contact to, Register register, string sender, bool onPaper = false)
{
    public Matter Matter { get; } = delivery.Matter
        ?? throw new ArgumentException("A delivery of documents has a matter.", nameof(delivery));

    public string Sender => sender;

    /// <summary>"Verksamhetsplan med budget 2023"; where there is no obligation, the decision's title or the agreement's.</summary>
    public string Title { get; } = TitleWords.Of(
        delivery.Matter?.ObligationTitle ?? delivery.Matter?.Decision?.Title ?? delivery.Matter?.AgreementTitle,
        delivery.Matter?.ObligationTitle is null ? null : delivery.Matter.PlanYear);

    /// <summary>Where the decision was read: the extract if it is among the documents, else the documents themselves.</summary>
    public string Source => delivery.Documents.Any(d => d.Part == DocumentRef.ExtractPart) ? "protokollsutdraget" : "handlingarna";

    /// <summary>Whom it is for and what it is under.</summary>
    public Fact[] Address =>
    [
        new("Till", delivery.Via is { } via && register.FindGroup(via) is { } group ? $"{to.Name} (sändlista: {group.Name})" : to.Name),
        new(IsActionPlan ? "Handlingsplan" : "Avtal", Matter.AgreementTitle),
    ];

    /// <summary>The list of documents.</summary>
    public Block[] Documents => delivery.Documents.Count == 0 ? [] :
    [
        new Block.Heading("Bifogade handlingar"),
        new Block.Bullets([.. Enclosures.Names(delivery.Version, delivery.Documents)
            .Zip(delivery.Documents, (name, d) => $"{name} ({SwedishWords.OfPart(d.Part)}, {FileSize.Of(d.Size)})")]),
    ];

    /// <summary>Who sent it, its reference and how to answer.</summary>
    public Block[] Ending =>
    [
        new Block.Paragraph(!onPaper && to.Channel.Type is ChannelType.Email
            ? "Är något fel eller saknas något? Svara på det här mejlet och ange referensen."
            : $"Är något fel eller saknas något? Hör av er till {sender} och ange referensen."),
        new Block.Facts([new("Avsändare", sender), new("Referens", delivery.Id)]),
    ];

    private bool IsActionPlan =>
        DeliveryId.TryStreamOf(delivery.Id, out var stream)
        && stream.AgreementYear is { } owner
        && AgreementId.TryParse(owner.Agreement, out var id)
        && register.FindAgreement(id)?.Kind is AgreementKind.ActionPlan;
}
