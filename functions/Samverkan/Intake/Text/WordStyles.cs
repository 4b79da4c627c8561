using System.Xml;

namespace Samverkan.Intake.Text;

/// <summary>Finds the paragraph styles that make list items, such as "List Bullet"; numbered headings are none.</summary>
internal static class WordStyles
{
    public static HashSet<string> ReadLists(XmlReader xml)
    {
        var lists = new HashSet<string>(StringComparer.Ordinal);
        var style = "";
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "style":
                        style = WordXml.Attribute(xml, "styleId") ?? "";
                        break;
                    case "basedOn" when lists.Contains(WordXml.Attribute(xml, "val") ?? ""):
                    case "numId" when WordXml.Attribute(xml, "val") is not "0":
                        lists.Add(style);
                        break;
                    case "outlineLvl":
                        lists.Remove(style);
                        break;
                    default:
                        break;
                }
            }
        }

        return lists;
    }
}
