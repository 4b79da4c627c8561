using System.Xml;

namespace Samverkan.Intake.Text;

/// <summary>The namespaces of WordprocessingML (ISO/IEC 29500): transitional as Word writes it, and strict.</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>A table of names that knows the namespaces, so that comparing them is comparing references.</summary>
    public static NameTable Names()
    {
        var names = new NameTable();
        names.Add(Transitional);
        names.Add(Strict);
        names.Add(Compatibility);
        return names;
    }

    public static bool IsWord(XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    public static bool IsCompatibility(XmlReader xml) => xml.NamespaceURI == Compatibility;

    public static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, Transitional)
        ?? xml.GetAttribute(name, Strict);

    /// <summary>Whether a property that is on by being there is on.</summary>
    public static bool IsOn(XmlReader xml) => Attribute(xml, "val") is null or "1" or "true" or "on";
}
