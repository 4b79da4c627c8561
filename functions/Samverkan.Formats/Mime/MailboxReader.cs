using System.Text;

namespace Samverkan.Formats.Mime;

/// <summary>Reads an address list (RFC 5322 3.4) without its comments and group names.</summary>
internal static class MailboxReader
{
    public static IReadOnlyList<Mailbox> Read(string text)
    {
        var mailboxes = new List<Mailbox>();
        var name = new StringBuilder();
        string? angle = null;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = Quoted(text, i, name);
                    break;
                case '(':
                    i = Comment(text, i);
                    break;
                case '<':
                    var end = text.IndexOf('>', i);
                    angle = end < 0 ? text[(i + 1)..] : text[(i + 1)..end];
                    i = end < 0 ? text.Length : end;
                    break;
                case ':':
                    name.Clear();
                    break;
                case ',' or ';':
                    Add();
                    break;
                default:
                    name.Append(text[i]);
                    break;
            }
        }

        Add();
        return mailboxes;

        void Add()
        {
            var before = EncodedWordReader.Decode(name.ToString().Trim(' ', '\t'));
            if (EmailAddress.TryParse(angle ?? before, out var address, out _))
                mailboxes.Add(new Mailbox(address, angle is null ? null : before));
            name.Clear();
            angle = null;
        }
    }

    private static int Quoted(string text, int open, StringBuilder name)
    {
        var i = open + 1;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            name.Append(text[i]);
        }

        return i;
    }

    private static int Comment(string text, int open)
    {
        var depth = 0;
        var i = open;
        for (; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '(')
                depth++;
            else if (text[i] == ')' && --depth == 0)
                break;
        }

        return i;
    }
}
