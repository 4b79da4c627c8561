namespace EndToEnd.Tests;

/// <summary>A test in a browser; skipped, by name, where Chromium is missing.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Path is null ? "Chromium is not installed." : null;

    public static string? Path { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
