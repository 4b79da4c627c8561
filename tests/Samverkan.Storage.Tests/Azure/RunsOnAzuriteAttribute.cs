namespace Samverkan.Storage.Tests.Azure;

/// <summary>Marks a suite that needs Azurite.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsOnAzuriteAttribute : Attribute;
