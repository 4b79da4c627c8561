namespace Azure.Data.Tables.Models;

/// <summary>A table.</summary>
/// <param name="name">Its name.</param>
internal sealed class TableItem(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;
}
