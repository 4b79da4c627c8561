using System.Text;
using System.Xml;

namespace Samverkan.Intake.Text;

/// <summary>Walks one part of a Word document and hands its paragraphs on. What a reader of the page does not see is
/// left out: deleted and moved text, hidden text, field codes, the second copy of a text box.</summary>
internal sealed class WordTextReader(XmlReader xml, WordLines lines, HashSet<string> listStyles, LineKind kind)
{
    private readonly Stack<StringBuilder> _outer = new();
    private readonly Stack<StringBuilder> _used = new();
    private readonly char[] _chunk = new char[4096];
    private StringBuilder _paragraph = new();
    private int _tables;
    private bool _isList;
    private bool _isHidden;
    private bool _inText;
    private bool _afterPageBreak;

    public void ReadAll()
    {
        var more = xml.Read();
        while (more && !lines.Overflowed)
        {
            if (xml.NodeType == XmlNodeType.Element && IsUnseen())
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && WordXml.IsWord(xml))
            {
                Enter(xml.LocalName, xml.IsEmptyElement);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && WordXml.IsWord(xml))
            {
                Leave(xml.LocalName);
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                or XmlNodeType.CDATA)
            {
                TakeText();
            }

            more = xml.Read();
        }
    }

    private void TakeText()
    {
        if (!_inText || _isHidden)
        {
            return;
        }

        while (xml.ReadValueChunk(_chunk, 0, _chunk.Length) is var read and > 0) _paragraph.Append(_chunk, 0, read);
        _afterPageBreak = false;
    }

    private bool IsUnseen() => WordXml.IsCompatibility(xml)
        ? xml.LocalName == "Fallback"
        : WordXml.IsWord(xml) && xml.LocalName is "del" or "moveFrom" or "delText" or "instrText" or "pPrChange"
        or "rPrChange" or "sectPrChange" or "tblPrChange";

    private void Enter(string name, bool isEmpty)
    {
        switch (name)
        {
            case "p":
                _outer.Push(_paragraph);
                _paragraph = _used.TryPop(out var cleared) ? cleared : new StringBuilder();
                _isList = false;
                _isHidden = false;
                if (isEmpty)
                {
                    Leave("p");
                }

                break;
            case "tbl" when !isEmpty:
                _tables++;
                break;
            case "t":
                _inText = !isEmpty;
                break;
            case "r":
                _isHidden = false;
                break;
            case "vanish":
                _isHidden = WordXml.IsOn(xml);
                break;
            case "numId":
                _isList = WordXml.Attribute(xml, "val") is not "0";
                break;
            case "pStyle":
                _isList = listStyles.Contains(WordXml.Attribute(xml, "val") ?? "");
                break;
            default:
                TakeMark(name);
                break;
        }
    }

    private void TakeMark(string name)
    {
        switch (name)
        {
            case "tab" or "ptab":
                _paragraph.Append('\t');
                break;
            case "noBreakHyphen":
                _paragraph.Append('-');
                break;
            case "softHyphen":
                _paragraph.Append('\u00AD');
                break;
            case "cr" or "br":
                var endsPage = name == "br" && WordXml.Attribute(xml, "type") is "page";
                _paragraph.Append(endsPage ? '\f' : '\n');
                _afterPageBreak = endsPage;
                break;
            case "lastRenderedPageBreak" when kind == LineKind.Body && !_afterPageBreak:
                lines.TurnPage(_paragraph.Length > 0);
                break;
            default:
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "p":
                lines.Add(_paragraph, LineKindHere());
                _used.Push(_paragraph.Clear());
                _paragraph = _outer.Count > 0 ? _outer.Pop() : new StringBuilder();
                break;
            case "tbl":
                _tables--;
                break;
            case "t":
                _inText = false;
                break;
            default:
                break;
        }
    }

    private LineKind LineKindHere() => kind != LineKind.Body ? kind : _isList ? LineKind.ListItem : _tables > 0
        ? LineKind.TableCell : LineKind.Body;
}
