using Samverkan.Dispatch;

namespace Samverkan.Web.Words;

/// <summary>Which version of the documents a delivery hands over, in Swedish.</summary>
/// <param name="Text">The version, such as "Utkast".</param>
/// <param name="Means">What that is, as a sentence.</param>
public sealed record VersionWords(string Text, string Means)
{
    /// <summary>The words for a version.</summary>
    public static VersionWords Of(DeliveryVersion version)
    {
        var text = SwedishWords.Of(version);
        return new VersionWords(char.ToUpperInvariant(text[0]) + text[1..], version switch
        {
            DeliveryVersion.Draft => "Handlingarna är inte antagna än.",
            DeliveryVersion.Adopted => "Handlingarna som de antogs, med protokollsutdraget.",
            DeliveryVersion.Correction => "En handling har bytts ut efter att den fastställda versionen bildades.",
            DeliveryVersion.Decision => "Protokollsutdraget till dem som det räknar upp.",
            DeliveryVersion.Notice => "Ett meddelande till kommunens egna medarbetare.",
            _ => throw new ArgumentOutOfRangeException(nameof(version), version, "A version of a delivery."),
        });
    }
}
