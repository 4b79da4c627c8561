namespace Samverkan.Functions.LocalHost;

/// <summary>Where the register's file lies.</summary>
/// <param name="Path">The file.</param>
internal sealed record RegisterFileOptions(string Path);
