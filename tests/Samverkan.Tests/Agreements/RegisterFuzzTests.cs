using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Samverkan.Agreements;
using Samverkan.Tests.Deadlines;

namespace Samverkan.Tests.Agreements;

public sealed class RegisterFuzzTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(Registers.Json);

    private static readonly Gen<byte> Byte = Gen.Choose(0, 255).Select(value => (byte)value);

    private static readonly Gen<byte[]> Mutated =
        from start in Gen.Choose(0, Valid.Length)
        from length in Gen.Choose(0, 8)
        from inserted in Gen.OneOf(Byte.ListOf(4), Gen.Elements("{", "}", "[", "]", "null", "\"", ",", ":", "1", "\\u0000", "\\ud800", "/").Select(Bytes))
        select (byte[])[.. Valid[..start], .. inserted, .. Valid[Math.Min(start + length, Valid.Length)..]];

    private static readonly Gen<byte[]> Rearranged =
        from target in Gen.Elements<Range>(Values())
        from source in Gen.Elements<Range>(Values())
        from doubled in Gen.Elements(true, false)
        select (byte[])[.. Valid[..target.Start], .. doubled ? [.. Valid[target], (byte)','] : Array.Empty<byte>(), .. Valid[source], .. Valid[target.End..]];

    [Fact]
    public void Read_any_bytes_gives_a_register_or_errors_and_never_throws() =>
        Properties.Hold(Byte.ListOf().Select(bytes => bytes.ToArray()), Judge);

    [Fact]
    public void Read_any_change_of_a_register_gives_a_register_or_errors_and_never_throws() => Properties.Hold(Mutated, Judge);

    [Fact]
    public void Read_any_value_in_the_place_of_another_or_beside_it_gives_a_register_or_errors_and_never_throws() =>
        Properties.Hold(Rearranged, Judge);

    private static void Judge(byte[] json)
    {
        var reading = RegisterReader.Read(json);
        Assert.Equal(reading.IsValid, reading.Errors.Count == 0);
        Assert.All(reading.Errors, error =>
        {
            Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
            Assert.DoesNotContain(error.ToString(), char.IsControl);
        });
    }

    /// <summary>Where each value of the register stands in its text.</summary>
    private static List<Range> Values()
    {
        var values = new List<Range>();
        var reader = new Utf8JsonReader(Valid);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            var whole = reader;
            whole.Skip();
            values.Add((int)reader.TokenStartIndex..(int)whole.BytesConsumed);
        }

        return values;
    }

    private static List<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text)];
}
