using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Samverkan.Dispatch.Letters;

namespace Samverkan.Dispatch.Channels;

/// <summary>A parcel as programs read it: the same properties in a webhook's body and in a folder's manifest.</summary>
internal static class ParcelJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Swedish letters as they are: nothing here is ever put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of a value, without a mark at the beginning.</summary>
    internal static byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>When it became owed, ISO 8601 in UTC.</summary>
    internal static string Time(Parcel parcel) => InstantPattern.ExtendedIso.Format(parcel.CreatedAt);

    /// <summary>What is known of the delivery; what it does not state is null.</summary>
    internal static object Facts(Parcel parcel, Letter letter, IEnumerable<object> documents, Uri? receipt = null) => new
    {
        id = parcel.Id,
        version = DeliveryJson.Name(letter.Version),
        to = parcel.To.Id.Value,
        createdAt = Time(parcel),
        agreement = parcel.Matter?.AgreementTitle,
        obligation = parcel.Matter?.ObligationTitle,
        planYear = parcel.Matter?.PlanYear,
        due = parcel.Matter?.Due is { } due ? LocalDatePattern.Iso.Format(due) : null,
        decision = parcel.Matter?.Decision is { } decision ? Facts(decision) : null,
        subject = letter.Subject,
        text = letter.Text,
        documents,
        receiptUrl = receipt?.AbsoluteUri,
    };

    private static object Facts(Decision decision) => new
    {
        paragraph = decision.Paragraph,
        diaryNumber = decision.DiaryNumber,
        title = decision.Title,
        body = decision.Body,
        decidedOn = decision.DecidedOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
    };
}
