using System.Runtime.CompilerServices;
using System.Text;

namespace Samverkan.Storage.Local;

/// <summary>What may stand between two slashes of a drop's files: nothing that climbs, hides or starts anew.</summary>
internal static class DropName
{
    private const int MostBytes = 240;
    private const string Forbidden = "/\\:*?\"<>|";

    public static void ThrowIfBad(string name, [CallerArgumentExpression(nameof(name))] string? parameter = null)
    {
        var good = name.Length > 0 && name[0] != '.' && name[^1] is not ('.' or ' ')
            && Encoding.UTF8.GetByteCount(name) <= MostBytes
            && !name.Any(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal));
        if (!good) throw new ArgumentException("A name in a drop is no path, does not begin with a dot and has at most 240 bytes.", parameter);
    }
}
