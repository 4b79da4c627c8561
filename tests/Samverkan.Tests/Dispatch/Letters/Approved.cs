using System.Runtime.CompilerServices;

namespace Samverkan.Tests.Dispatch.Letters;

/// <summary>
/// Compares a text with the approved one of the same name. With SAMVERKAN_APPROVE=1 the text becomes the approved one:
/// read the difference before committing it.
/// </summary>
internal static class Approved
{
    internal static void Is(string name, string text, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("SAMVERKAN_APPROVE") == "1")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "Approved", name), text);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Dispatch", "Letters", "Approved", name)), text);
    }
}
