using Samverkan.Deadlines;

namespace Samverkan.Dispatch.Desk;

/// <summary>Why a person may not do something to a delivery as it stands: the state machine of the person's tools. Pure.</summary>
internal static class DeliveryRefusals
{
    /// <summary>No such delivery.</summary>
    public static DeskResult Unknown(string id) =>
        new("delivery.unknown", $"Det finns ingen expediering med referensen ”{Letters.OneLine.Of(id, 200)}”. Skriv av den ur expedieringsloggen.");

    /// <summary>Why a delivery may not be sent again; null where it may.</summary>
    public static DeskResult? OfResend(Delivery delivery, DeliveryBook book)
    {
        if (delivery.ResentAs is { } again)
            return new("resend.already", $"Expedieringen är redan skickad igen, som {again}. Behövs det en gång till, skicka den i stället.");
        return delivery.State switch
        {
            DeliveryState.Owed or DeliveryState.Waiting or DeliveryState.Claimed => new(
                "resend.not-ended", $"Expedieringen är inte färdig ({State(delivery)}) och försöks av sig själv. Är adressen fel, rätta kontakten: nästa försök går dit."),
            DeliveryState.HandedOver when delivery.Version is DeliveryVersion.Notice => new(
                "resend.notice", "Meddelandet har lämnats över, och ett sådant skickas inte igen. Vad det säger står på expedieringens sida i Samverkan."),
            DeliveryState.Cancelled => new(
                "resend.cancelled", "Expedieringen är återkallad, och det står fast. Ska mottagaren ändå ha handlingarna, lämna över dem för hand."),
            DeliveryState.Replaced => new(
                "resend.replaced", $"En senare expediering, {delivery.ReplacedBy}, har tagit dess plats. Skicka den i stället."),
            _ when book.NewerThan(delivery) is { } newer => new(
                "resend.superseded", $"Mottagaren ska ha en senare version, {newer.Id}. Skicka den i stället."),
            _ => null,
        };
    }

    /// <summary>Why a delivery may not be cancelled; null where it may.</summary>
    public static DeskResult? OfCancel(Delivery delivery, bool isUnderWay) => delivery.State switch
    {
        DeliveryState.HandedOver or DeliveryState.Acknowledged => new(
            "cancel.handed-over", "Mottagaren har redan fått expedieringen, och det går inte att ta tillbaka. Är innehållet fel, lägg in den rätta handlingen, så går en rättelse."),
        DeliveryState.Cancelled => new("cancel.already", "Expedieringen är redan återkallad. Inget har ändrats."),
        DeliveryState.Replaced => new("cancel.replaced", $"En senare expediering, {delivery.ReplacedBy}, har tagit dess plats. Den här skickas inte."),
        DeliveryState.Claimed when isUnderWay => new(
            "cancel.under-way", "Ett försök pågår just nu och kan redan ha nått mottagaren. Vänta tills det är slut, och se efter hur det gick."),
        _ => null,
    };

    /// <summary>Why a delivery may not be acknowledged by hand; null where it may.</summary>
    public static DeskResult? OfAcknowledge(Delivery delivery) => delivery switch
    {
        { MayBeAcknowledged: true } => null,
        { Version: DeliveryVersion.Notice } => new("acknowledge.notice", "Ett meddelande till kommunens egna kvitteras inte."),
        { State: DeliveryState.Acknowledged } => new("acknowledge.already", "Expedieringen är redan kvitterad. Inget har ändrats."),
        { State: DeliveryState.Cancelled } => new("acknowledge.cancelled", "Expedieringen är återkallad och kan inte kvitteras."),
        _ => new("acknowledge.replaced", $"En senare expediering, {delivery.ReplacedBy}, har tagit dess plats. Kvittera den i stället."),
    };

    private static string State(Delivery delivery) => SwedishWords.Of(delivery.State).ToLowerInvariant();
}
