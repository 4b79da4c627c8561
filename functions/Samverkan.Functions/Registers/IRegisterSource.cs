namespace Samverkan.Functions.Registers;

/// <summary>Where the municipality's register lies.</summary>
internal interface IRegisterSource
{
    /// <summary>The place, for people who look for it.</summary>
    string Place { get; }

    /// <summary>How often it is looked at for changes.</summary>
    TimeSpan Every { get; }

    /// <summary>What tells that it has changed; null where there is none.</summary>
    Task<string?> MarkAsync(CancellationToken cancellation);

    /// <summary>Its bytes; null where there is none.</summary>
    Task<byte[]?> ReadAsync(CancellationToken cancellation);
}
