using Samverkan.Agreements;

namespace Samverkan.Dispatch.Letters;

/// <summary>
/// Renders a covering letter for paper: A4 with margins, black on white, the recipient's name and address where a window
/// envelope shows them, and lines to sign on receipt. Reads well on the screen too.
/// </summary>
internal static class PrintedLetter
{
    internal static string Render(LetterPage page, string sender, Contact to) => $$"""
        <!DOCTYPE html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Följebrev: {{HtmlText.Text(page.Subject)}}</title>
        <style>
        @page { size: A4; margin: 20mm 22mm; }
        body { max-width: 166mm; margin: 8mm auto; padding: 0 4mm; color: #000; background: #fff; font: 11pt/1.45 Georgia, "Times New Roman", serif; }
        header { display: flex; justify-content: space-between; margin-bottom: 12mm; }
        address { font-style: normal; width: 80mm; min-height: 30mm; overflow-wrap: anywhere; }
        h1 { font-size: 15pt; line-height: 1.3; }
        h2 { break-after: avoid; }
        dl, ul, .receipt { break-inside: avoid; }
        .receipt { margin-top: 12mm; border-top: 1px solid #000; padding-top: 4mm; }
        .receipt p { margin: 0; padding: 8mm 0 1mm; border-bottom: 1px solid #000; }
        @media print { body { margin: 0; padding: 0; max-width: none; } .screen { display: none; } }
        </style>
        </head>
        <body>
        <p class="screen"><strong>Skriv ut sidan</strong> och lämna den tillsammans med handlingarna. Den här raden kommer inte med på papperet.</p>
        <header>
        <div>{{HtmlText.Text(sender)}}</div>
        <address>{{HtmlText.Text(to.Name)}}<br>{{string.Join("<br>", Addresses(to))}}</address>
        </header>
        <main>
        <h1>{{HtmlText.Text(page.Subject)}}</h1>
        {{HtmlText.Body(page)}}
        </main>
        <section class="receipt">
        <strong>Mottaget</strong>
        <p>Datum och klockslag</p>
        <p>Namnteckning</p>
        <p>Namnförtydligande</p>
        </section>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static IEnumerable<string> Addresses(Contact to) =>
        new[] { to.Channel.Address, to.Fallback?.Address }.OfType<string>().Select(HtmlText.Text);
}
