using System.IO.Compression;
using System.Xml;

namespace Samverkan.Intake.Text;

/// <summary>The parts of a Word file (ISO/IEC 29500-2), opened one by one as streams that the budget counts. Written
/// here because the packaging library unpacks relations and content types of every part before anybody can count
/// them.</summary>
internal sealed class WordPackage(Stream content, UnpackBudget budget) : IDisposable
{
    private const int MaxParts = 10_000;

    // The XML reader asks for 4 kB at a time; unpacking is quicker in larger blocks.
    private const int BlockBytes = 81_920;

    private readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = WordXml.Names(),
    };

    private readonly ZipArchive _zip = new(content, ZipArchiveMode.Read, leaveOpen: true);

    /// <summary>Whether the list of contents claims more than <paramref name="maxBytes"/> unpacked, or more parts than
    /// any document has.</summary>
    public bool ClaimsMoreThan(long maxBytes)
    {
        long claimed = 0;
        foreach (var entry in _zip.Entries)
        {
            claimed = entry.Length < 0 ? long.MaxValue : claimed + entry.Length;
            if (claimed > maxBytes)
            {
                return true;
            }
        }

        return _zip.Entries.Count > MaxParts;
    }

    /// <summary>Whether a part says that it is a macro project, or the document that it carries one.</summary>
    public bool HasMacros()
    {
        using var xml = Open("[Content_Types].xml") ?? throw new InvalidDataException("no list of content types");
        while (xml.Read())
        {
            var type = xml.NodeType == XmlNodeType.Element ? xml.GetAttribute("ContentType") : null;
            if (type is not null && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a part refers to inside the package, as kind ("header", "officeDocument") and part, in the file's
    /// order; "" is the package itself.</summary>
    public List<(string Kind, string Part)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relations = new List<(string, string)>();
        using var xml = Open($"{part[..slash]}_rels/{part[slash..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                relations.Add((type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..]
                    : part[..slash] + target));
            }
        }

        return relations;
    }

    /// <summary>A part's content; null where the package has no such part.</summary>
    public XmlReader? Open(string part) =>
        _zip.GetEntry(part) is { } entry ? XmlReader.Create(new BufferedStream(new BudgetedStream(entry.Open(), budget), BlockBytes), _settings) : null;

    public void Dispose() => _zip.Dispose();
}
