using System.Globalization;

namespace Samverkan.Intake.Text;

/// <summary>The refusals with their sentences, so that a code has one sentence.</summary>
internal static class Refusals
{
    public static TextRefusal Empty { get; } = new(TextCodes.Empty,
        "Filen är tom och kan inte tas emot. Spara om dokumentet och lägg in det igen.");

    public static TextRefusal TooManyLines { get; } = new(TextCodes.TooManyLines,
        "Filen har för många rader för att läsas och har därför inte tagits emot. Dela upp dokumentet och lägg in delarna var för sig.");

    public static TextRefusal TooManyEntries { get; } = new(TextCodes.TooManyEntries,
        "Dokumentet ser ut som ett protokoll men har fler paragrafer eller mottagare än något protokoll har, och har därför inte tagits emot. Kontrollera var det kommer ifrån och lägg in de utdrag som gäller var för sig.");

    public static TextRefusal TooSlow { get; } = new(TextCodes.TooSlow,
        "Filen tog för lång tid att läsa och har därför inte tagits emot. Spara den som ett enklare dokument, till exempel som text, och lägg in den igen.");

    public static TextRefusal Encrypted { get; } = new(TextCodes.Encrypted,
        "Filen är skyddad med lösenord och kan inte läsas. Ta bort lösenordet i det program som skapade den och lägg in den igen.");

    public static TextRefusal Damaged { get; } = new(TextCodes.Damaged,
        "Filen är skadad och kan inte öppnas. Öppna originalet, spara det på nytt och lägg in den nya filen.");

    public static TextRefusal Macros { get; } = new(TextCodes.Macros,
        "Filen innehåller makron och tas därför inte emot. Spara den som Word-dokument utan makron (.docx) och lägg in den igen.");

    public static TextRefusal OldOffice { get; } = new(TextCodes.OldOffice,
        "Filen har ett äldre Office-format som inte kan kontrolleras. Spara den som .docx, .xlsx eller PDF och lägg in den igen.");

    public static TextRefusal UnknownKind { get; } = new(TextCodes.UnknownKind,
        "Filens format känns inte igen och den har därför inte tagits emot. Spara dokumentet som Word (.docx), PDF eller text och lägg in det igen.");

    public static TextRefusal Disguised(string extension) => new(TextCodes.Disguised,
        $"Filens innehåll stämmer inte med dess namn ({extension}) och den har därför inte tagits emot. Kontrollera varifrån filen kommer, spara dokumentet på nytt och lägg in det igen.");

    public static TextRefusal TooLarge(long maxBytes) => new(TextCodes.TooLarge,
        $"Filen är större än {Megabytes(maxBytes)} MB och har därför inte tagits emot. Minska bilderna eller dela upp dokumentet och lägg in det igen.");

    public static TextRefusal ZipBomb(long maxBytes) => new(TextCodes.ZipBomb,
        $"Filen blir större än {Megabytes(maxBytes)} MB när den packas upp, vilket kan vara ett angrepp. Den har inte packats upp. Kontrollera varifrån den kommer och spara dokumentet på nytt.");

    private static string Megabytes(long bytes) => (bytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
}
