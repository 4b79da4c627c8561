namespace Samverkan.Agreements;

/// <summary>A URL that documents may be announced to. Whether its host may be called is for the dispatch to say.</summary>
internal static class WebhookAddress
{
    private const string Example = "Skriv den som https://system.kommun.example/mottagning.";

    internal static AddressCheck Check(string address)
    {
        if (address.Length > 2000) return AddressCheck.Bad("Webbadressen är längre än 2 000 tecken. Skriv en kortare.");
        if (address.Any(char.IsWhiteSpace) || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Host.Length == 0)
            return AddressCheck.Bad($"Det är inte en hel webbadress. {Example}");
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            return AddressCheck.Bad($"Webbadressen ska börja med https://, så att ingen kan läsa det som skickas. {Example}");
        if (url.UserInfo.Length > 0)
            return AddressCheck.Bad($"Webbadressen får inte ha användarnamn eller lösenord i sig. {Example}");
        return url.Fragment.Length > 0
            ? AddressCheck.Bad($"Webbadressen får inte ha någon del efter #. {Example}")
            : AddressCheck.Good(new UriBuilder(url) { Host = url.IdnHost }.Uri.AbsoluteUri);
    }
}
