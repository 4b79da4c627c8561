using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Samverkan.Intake.Minutes;
using Samverkan.Intake.Text;

namespace Samverkan.Tests.Intake.Minutes;

public sealed class ReadingTotalityTests
{
    private static readonly bool s_full = Environment.GetEnvironmentVariable("SAMVERKAN_FULL") == "1";

    private static readonly string[] s_names = ["a.txt", "a.docx", "a.pdf", "a", "a.docm"];

    private static readonly string[] s_tokens =
    [
        "§ ", "§ 7", "§ 0", "§§", "Paragraf 1", "KS", " KS 2024/11", "Dnr", "Dnr ", "2024-13-45",
        "den 30 november 202", "31 april 2025", "\n", "\n\n", "\r\n", "\f", "\t", " ", "-", "-\n", "–", ";", ",", ":",
        ".", "(", ")", "att ", "Beslut", "Beslut\n",
        "Kommunstyrelsen", "Kommunstyrelsens beslut", " beslutar", " ställde sig ", " bakom", "Expedieras till",
        "Expedieras till:", "samt", " och ", "och", "1. ", "• ", "a) ", "Sida 1 (2)", "Justerandes sign",
        "förlängning till och med ", "2022", "9999", "skrivelse", " i skrivelse ",
        "Beredning", "har", "\u00AD", "\u200B", "\uD800", "å", "121212-1212", "sekre-", "Plan 2024", "Antagen av ",
        "(SN 2024-118)", "99999999999999999999", "0", "s", "S", "I ", "c/o", "för kännedom:", "till",
    ];

    [Fact]
    public void Any_bytes_get_an_answer() =>
        Check.One(Configured(), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), (byte[] bytes) => Answers(bytes)));

    [Fact]
    public void Any_mixture_of_what_minutes_are_made_of_gets_an_answer()
    {
        var texts = Gen.Elements(s_tokens).ListOf().Select(string.Concat).ToArbitrary();
        Check.One(Configured(), Prop.ForAll(texts, (string text) => Answers(Encoding.UTF8.GetBytes("§ 7 Plan\n" + text))));
    }

    [Fact]
    public void Any_damage_to_a_file_gets_an_answer_in_time()
    {
        var files = Corpus.Files().Select(File.ReadAllBytes).ToList();
        var random = new Random(20240214);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < (s_full ? 10_000 : 800); i++)
        {
            var damaged = Damage(files[i % files.Count], random);
            var clock = Stopwatch.StartNew();
            Assert.True(Answers(damaged), $"case {i.ToString(CultureInfo.InvariantCulture)}");
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static bool Answers(byte[] bytes)
    {
        foreach (var name in s_names)
        {
            if (Corpus.Text(bytes, name) is { } text)
            {
                _ = MinutesJson.Write(name, MinutesReader.Read(text));
                _ = PlanReader.Read(text);
                _ = SensitiveContent.Find(text);
            }
        }

        return true;
    }

    private static byte[] Damage(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(bytes.Count - at, 200) + 1);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256))); break;
                default: bytes.Reverse(at, length); break;
            }
        }

        return [.. bytes];
    }

    private static Config Configured() =>
        Config.QuickThrowOnFailure.WithMaxTest(s_full ? 5_000 : 300).WithReplay(42UL, 43UL);
}
