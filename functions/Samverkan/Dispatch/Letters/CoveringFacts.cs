using Samverkan.Agreements;
using Samverkan.Dispatch.Links;

namespace Samverkan.Dispatch.Letters;

/// <summary>What the covering letters have in common: names for what is handed over, the list of it, and the ending.</summary>
internal sealed class CoveringFacts(
    Delivery delivery, Contact to, Register register, string sender, IDeliveryLinks? links, bool linked, bool onPaper = false)
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

    /// <summary>The list of documents, each with its link where they are not attached.</summary>
    public Block[] Documents => delivery.Documents.Count == 0 ? [] : linked ? [.. Downloads.Of(delivery, links)] :
    [
        new Block.Heading("Bifogade handlingar"),
        new Block.Bullets([.. Downloads.Named(delivery).Select(x => Downloads.Line(x.Name, x.Document))]),
    ];

    /// <summary>How to confirm, who sent it, its reference and how to answer.</summary>
    public Block[] Ending =>
    [
        .. Receipt,
        new Block.Paragraph(!onPaper && to.Channel.Type is ChannelType.Email
            ? "Är något fel eller saknas något? Svara på det här mejlet och ange referensen."
            : $"Är något fel eller saknas något? Hör av er till {sender} och ange referensen."),
        new Block.Facts([new("Avsändare", sender), new("Referens", delivery.Id)]),
    ];

    private Block[] Receipt =>
        links?.Receipt(delivery.Id) is { } page ? [new Block.Link("Bekräfta att ni har fått handlingarna", page)] : [];

    private bool IsActionPlan =>
        DeliveryId.TryStreamOf(delivery.Id, out var stream)
        && stream.AgreementYear is { } owner
        && AgreementId.TryParse(owner.Agreement, out var id)
        && register.FindAgreement(id)?.Kind is AgreementKind.ActionPlan;
}
