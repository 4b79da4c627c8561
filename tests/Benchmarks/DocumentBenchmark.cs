using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Samverkan.Intake.Text;

namespace Benchmarks;

/// <summary>Large files: the memory that 50 MB of text takes, and a Word file against unzipping it.</summary>
internal static class DocumentBenchmark
{
    private const int Rounds = 5;
    private const int TextBytes = 50 * 1024 * 1024;
    private const int Paragraphs = 40_000;
    private const string Sentence = "Kommunstyrelsen beslutar att anta verksamhetsplan med budget för folkhälsa och social hållbarhet.";

    public static void Run(TextWriter output)
    {
        var texts = FileTextReader.Create(TimeProvider.System);
        var (seconds, megabytes) = ReadLargeText(texts);
        output.WriteLine(FormattableString.Invariant(
            $"text of 50 MB: {seconds:0.0} s; {megabytes:0} MB of live heap while its text is held (target: at most 200)"));
        var word = Word();
        var unzip = Best(() => Unzip(word));
        var read = Best(() => Read(texts, word));
        output.WriteLine(FormattableString.Invariant(
            $"Word file of {Paragraphs} paragraphs: {read:0} ms; unzipping it: {unzip:0} ms; ratio {read / unzip:0.00} (target: at most 3)"));
    }

    private static (double Seconds, double Megabytes) ReadLargeText(FileTextReader texts)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(path))
            {
                var line = Encoding.UTF8.GetBytes(Sentence + "\n");
                while (file.Length + line.Length <= TextBytes) file.Write(line);
            }

            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            using var content = File.OpenRead(path);
            var text = texts.Read(content, "protokoll.txt").Text ?? throw new InvalidOperationException("The text was refused.");
            var seconds = watch.Elapsed.TotalSeconds;
            var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576d;
            GC.KeepAlive(text);
            return (seconds, megabytes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Best(Action work) => Enumerable.Range(0, Rounds + 1).Select(_ =>
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }).Min();

    private static void Read(FileTextReader texts, byte[] word)
    {
        using var content = new MemoryStream(word, writable: false);
        if (texts.Read(content, "protokoll.docx").Text?.Lines.Count != Paragraphs) throw new InvalidOperationException("The Word file was not read.");
    }

    private static void Unzip(byte[] word)
    {
        using var zip = new ZipArchive(new MemoryStream(word, writable: false));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            content.CopyTo(Stream.Null);
        }
    }

    // No sentence twice: what repeats itself is unzipped in no time, and no document is like that.
    private static string Prose(Random chance) => string.Join(' ', Enumerable.Range(0, 14).Select(_ => new string(chance.GetItems<char>("aaeeinnrrtsldmokgvfphuyåäö", chance.Next(2, 11)))));

    private static byte[] Word()
    {
        const string main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        var chance = new Random(1);
        var body = string.Concat(Enumerable.Range(0, Paragraphs).Select(_ => string.Create(CultureInfo.InvariantCulture,
            $"<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:lang w:val=\"sv-SE\"/></w:rPr><w:t>{Prose(chance)}</w:t></w:r></w:p>")));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add("word/document.xml", $"<w:document xmlns:w=\"{main}\"><w:body>{body}</w:body></w:document>");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
