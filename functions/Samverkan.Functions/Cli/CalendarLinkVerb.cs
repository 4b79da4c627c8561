using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Samverkan.Agreements;
using Samverkan.Deadlines.Calendar;
using Samverkan.Dispatch.Letters;
using Samverkan.Functions.LocalHost;

namespace Samverkan.Functions.Cli;

/// <summary><c>calendar-link</c>: issues, lists and revokes links to the calendar feeds.</summary>
internal static class CalendarLinkVerb
{
    private const string Actor = "person:calendar-link";
    private static readonly Uri LocalUrl = new("http://127.0.0.1:7071/");

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var agreement = new Option<string?>("--agreement") { Description = "Bara ett avtal eller en handlingsplan.", HelpName = "ID" };
        var responsible = new Option<string?>("--responsible") { Description = "Bara det som en kontakt ansvarar för.", HelpName = "ID" };
        var list = new Option<bool>("--list") { Description = "Visar vilka länkar som är utfärdade." };
        var revoke = new Option<string?>("--revoke") { Description = "Drar in en länk, för gott. Numret visas med --list.", HelpName = "NUMMER" };
        var verb = new Command("calendar-link", "Utfärdar en länk att prenumerera på kalendern med. Den visas bara en gång.") { data, agreement, responsible, list, revoke };
        verb.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data),
            new Wish(parsed.GetValue(agreement), parsed.GetValue(responsible), parsed.GetValue(list), parsed.GetValue(revoke)),
            cancellation));
        return verb;
    }

    private static async Task<int> RunAsync(string data, Wish wish, CancellationToken cancellation)
    {
        if (wish.Count > 1)
        {
            await Console.Error.WriteLineAsync("Ange bara ett av --agreement, --responsible, --list och --revoke.");
            return SamverkanCommand.WrongUse;
        }

        await using var services = await DataFolder.OpenAsync(data, LocalSettings.Read());
        if (services is null) return SamverkanCommand.Failure;
        var links = services.GetRequiredService<CalendarLinks>();
        if (wish.List) return await ListAsync(links, cancellation);
        if (wish.Revoke is { } number) return await RevokeAsync(links, number, cancellation);
        return await ScopeAsync(services, wish, cancellation) is { } scope
            ? await IssueAsync(links, scope, services.GetRequiredService<LetterOptions>().PublicUrl ?? LocalUrl, cancellation)
            : SamverkanCommand.Failure;
    }

    private static async Task<int> IssueAsync(CalendarLinks links, CalendarScope scope, Uri site, CancellationToken cancellation)
    {
        var (number, token) = await links.IssueAsync(scope, Actor, cancellation);
        await Console.Error.WriteLineAsync(
            $"Länk {number}, {CalendarLinkPrint.Of(scope)}. Den visas bara nu. Den som har länken kan läsa kalendern; dra in den med calendar-link --revoke {number}.");
        Console.WriteLine($"{site.AbsoluteUri.TrimEnd('/')}/kalender/{token}.ics");
        return SamverkanCommand.Success;
    }

    private static async Task<int> ListAsync(CalendarLinks links, CancellationToken cancellation)
    {
        foreach (var link in await links.ListAsync(cancellation)) Console.WriteLine(CalendarLinkPrint.Line(link));
        return SamverkanCommand.Success;
    }

    private static async Task<int> RevokeAsync(CalendarLinks links, string text, CancellationToken cancellation)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !await links.RevokeAsync(number, Actor, cancellation))
        {
            await Console.Error.WriteLineAsync($"Det finns ingen länk med nummer \"{text}\". Se vilka som finns med calendar-link --list.");
            return SamverkanCommand.Failure;
        }

        Console.WriteLine($"Länk {number} är indragen och öppnar inte kalendern längre.");
        return SamverkanCommand.Success;
    }

    // A link to what the register does not have would be empty for ever.
    private static async Task<CalendarScope?> ScopeAsync(IServiceProvider services, Wish wish, CancellationToken cancellation)
    {
        if (wish is { Agreement: null, Responsible: null }) return new CalendarScope();
        var registers = services.GetRequiredService<RegisterBook>();
        var register = (await registers.HistoryAsync(cancellation)).Newest is null ? null : await registers.CurrentAsync(cancellation);
        if (AgreementId.TryParse(wish.Agreement, out var agreement) && register?.FindAgreement(agreement) is not null)
            return new CalendarScope(Agreement: agreement);
        if (ContactId.TryParse(wish.Responsible, out var contact) && register?.FindContact(contact) is not null)
            return new CalendarScope(Responsible: contact);
        await Console.Error.WriteLineAsync($"Registret har {(wish.Agreement is null ? $"ingen kontakt \"{wish.Responsible}\"" : $"inget avtal \"{wish.Agreement}\"")}. Ange det id som står i register.json.");
        return null;
    }

    private sealed record Wish(string? Agreement, string? Responsible, bool List, string? Revoke)
    {
        public int Count => new[] { Agreement is not null, Responsible is not null, List, Revoke is not null }.Count(given => given);
    }
}
