using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Samverkan.Dispatch.Letters;

/// <summary>
/// Renders a letter as an HTML document: one column, no images, scripts or outside styles, every text encoded. Dark text
/// on white and 16 px, so that it reads well on a phone and by a screen reader.
/// </summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal static string Render(LetterPage page) => $"""
        <!DOCTYPE html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(page.Subject)}</title>
        </head>
        <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
        <main style="max-width:600px;margin:0 auto">
        <h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">{Text(page.Subject)}</h1>
        {Body(page)}
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>The blocks of a letter.</summary>
    internal static string Body(LetterPage page) => string.Join('\n', page.Blocks.Select(Render));

    /// <summary>A text on one line, encoded.</summary>
    internal static string Text(string text) => Encoder.Encode(OneLine.Of(text));

    private static string Render(Block block) => block switch
    {
        Block.Paragraph p => $"""<p style="margin:0 0 16px">{Text(p.Text)}</p>""",
        Block.Banner b => $"""<p style="margin:0 0 16px;padding:12px;border:3px solid #8a1c00;color:#8a1c00;font-weight:bold">{Text(b.Text)}</p>""",
        Block.Heading h => $"""<h2 style="font-size:18px;line-height:1.3;margin:24px 0 8px">{Text(h.Text)}</h2>""",
        Block.Facts f => List("dl", f.Rows.Select(Row)),
        Block.Bullets b => List("ul", b.Rows.Select(row => $"<li>{Text(row)}</li>")),
        Block.Link l => $"""<p style="margin:0 0 16px"><a href="{Encoder.Encode(l.Address.AbsoluteUri)}" style="color:#0b4a8f">{Text(l.Text)}</a></p>""",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block that has no HTML."),
    };

    private static string Row(Fact fact) =>
        $"""<dt style="font-weight:bold">{Text(fact.Name)}</dt><dd style="margin:0 0 8px">{Text(fact.Value)}</dd>""";

    private static string List(string tag, IEnumerable<string> rows) =>
        $"""<{tag} style="margin:0 0 16px{(tag == "ul" ? ";padding-left:24px" : "")}">{"\n"}{string.Join('\n', rows)}{"\n"}</{tag}>""";
}
