namespace Samverkan.Dispatch;

/// <summary>
/// The words that people read for where a delivery stands, which version it is and how a try ended: the same on pages,
/// in messages and on the command line. States and outcomes begin with a capital letter, versions do not.
/// </summary>
public static class SwedishWords
{
    /// <summary>A kind of channel: "e-post".</summary>
    public static string Of(Agreements.ChannelType channel) => channel switch
    {
        Agreements.ChannelType.Email => "e-post",
        Agreements.ChannelType.Webhook => "webhook",
        Agreements.ChannelType.Folder => "mapp",
        _ => channel.ToString(),
    };

    /// <summary>"Överlämnad", "Väntar på person" …</summary>
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Owed => "Att skicka",
        DeliveryState.Claimed => "Skickas",
        DeliveryState.Waiting => "Försöks igen",
        DeliveryState.HandedOver => "Överlämnad",
        DeliveryState.Acknowledged => "Kvitterad",
        DeliveryState.WrittenToFile => "Skriven till fil",
        DeliveryState.NeedsPerson => "Väntar på person",
        DeliveryState.Cancelled => "Återkallad",
        DeliveryState.Replaced => "Ersatt",
        DeliveryState.Bounced => "Studsade",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state of a delivery."),
    };

    /// <summary>"utkast", "fastställd version" …</summary>
    public static string Of(DeliveryVersion version) => version switch
    {
        DeliveryVersion.Draft => "utkast",
        DeliveryVersion.Adopted => "fastställd version",
        DeliveryVersion.Correction => "rättelse",
        DeliveryVersion.Decision => "beslut",
        DeliveryVersion.Notice => "meddelande",
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "A version of a delivery."),
    };

    /// <summary>"Överlämnad", "Tillfälligt fel" …</summary>
    public static string Of(AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Running => "Pågår",
        AttemptOutcome.HandedOver => "Överlämnad",
        AttemptOutcome.WrittenToFile => "Skriven till fil",
        AttemptOutcome.Transient => "Tillfälligt fel",
        AttemptOutcome.Permanent => "Bestående fel",
        AttemptOutcome.Interrupted => "Avbrutet",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome of an attempt."),
    };

    /// <summary>"plan", "budget", "protokollsutdrag"; a part that has no Swedish word of its own is called by its name.</summary>
    public static string OfPart(string part) => part switch
    {
        DocumentRef.ExtractPart => "protokollsutdrag",
        DocumentRef.LetterPart => "följebrev",
        _ => part,
    };

    /// <summary>"planen", "budgeten", "protokollsutdraget"; other parts by their name in quotation marks.</summary>
    public static string OfThePart(string part) => part switch
    {
        "plan" => "planen",
        "budget" => "budgeten",
        DocumentRef.ExtractPart => "protokollsutdraget",
        DocumentRef.LetterPart => "följebrevet",
        _ => $"”{part}”",
    };

    /// <summary>"planen", "planen och budgeten", "planen, budgeten och ”bilaga”".</summary>
    public static string Enumerate(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";
}
