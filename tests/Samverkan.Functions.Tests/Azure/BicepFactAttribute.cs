using System.Reflection;

namespace Samverkan.Functions.Tests.Azure;

/// <summary>A test that compiles the templates; skipped where the feed has no compiler for the machine.</summary>
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = File.Exists(Compiler) ? null : "the Bicep compiler is a package for Linux on x64 alone";

    /// <summary>The compiler; empty where there is none.</summary>
    public static string Compiler { get; } = typeof(BicepFactAttribute).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == "Bicep")?.Value ?? "";
}
