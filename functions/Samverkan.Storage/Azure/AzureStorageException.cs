using Azure;
using Azure.Identity;

namespace Samverkan.Storage.Azure;

/// <summary>
/// The storage account cannot be used now. The message is Swedish, since it may stop the program in front of a person: what
/// happened, what it means, what to do. It names the setting and holds no secret.
/// </summary>
public sealed class AzureStorageException : IOException
{
    internal AzureStorageException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>
    /// <c>storage.refused</c>, <c>storage.missing</c>, <c>storage.identity</c>, <c>storage.unreachable</c>,
    /// <c>storage.busy</c>, <c>storage.too-large</c>, <c>storage.changed</c> or <c>storage.damaged</c>.
    /// </summary>
    public string Code { get; }

    /// <summary>What an error of the storage clients means to whom runs the program; null where it is no such error.</summary>
    /// <param name="e">The error.</param>
    /// <param name="setting">The setting that the account comes from.</param>
    public static AzureStorageException? Of(Exception e, string setting = "Storage:ConnectionString") => e switch
    {
        AzureStorageException known => known,
        AuthenticationFailedException => new AzureStorageException(
            "storage.identity",
            $"Programmets identitet kan inte logga in mot lagringskontot ({setting}). Inget har sparats. Kontrollera att identiteten finns kvar och att dess hemlighet eller certifikat inte har gått ut.",
            e),
        RequestFailedException { Status: 401 or 403 } => new AzureStorageException(
            "storage.refused",
            $"Lagringskontot nekar åtkomst ({setting}). Inget har sparats. Kontrollera nyckeln eller signaturen, att identiteten har rollerna Storage Blob Data Contributor, Storage Queue Data Contributor och Storage Table Data Contributor, att kontots brandvägg släpper in, och att datorns klocka går rätt.",
            e),
        RequestFailedException { Status: 404 } => new AzureStorageException(
            "storage.missing",
            $"I lagringskontot ({setting}) saknas en behållare, kö eller tabell. Kör mallen i infra/ igen, eller ta bort Storage:CreateMissing=false så skapas det som saknas.",
            e),
        RequestFailedException { Status: 429 or 503 or 500 } => new AzureStorageException(
            "storage.busy",
            "Lagringskontot är överbelastat eller tillfälligt ur drift. Inget har gått förlorat; arbetet fortsätter vid nästa försök.",
            e),
        RequestFailedException { Status: 0 } or AggregateException { InnerException: RequestFailedException { Status: 0 } } => new AzureStorageException(
            "storage.unreachable",
            $"Lagringskontot svarar inte ({setting}). Inget har gått förlorat. Kontrollera nätverket och adressen; för Azurite, att den är startad.",
            e),
        _ => null,
    };

    internal static AzureStorageException TooLarge(Exception? inner = null) => new(
        "storage.too-large",
        "En post är större än lagringskontots tabeller rymmer (1 MB per post, 4 MB per gång), också komprimerad. Inget har sparats. Dela upp det som skrivs in; för ett register, i kortare texter.",
        inner);

    internal static AzureStorageException Changed(Exception inner) => new(
        "storage.changed", "Filen skrevs över medan den lästes. Den tas in på nytt som den är nu.", inner);

    internal static AzureStorageException BadKey(string blob) => new(
        "storage.damaged",
        $"Nyckeln {blob} i behållaren {AzureNames.Keys} är inte 32 slumpade byte i Base64. Återställ den ur lagringskontots tidigare versioner, eller ta bort den: då slutar länkar som har gått ut att fungera.");

    internal static AzureStorageException Damaged(string blob) => new(
        "storage.damaged",
        $"Handlingen {blob} i arkivet är inte den som lades dit: dess kontrollsumma stämmer inte. Återställ den ur lagringskontots tidigare versioner.");
}
