namespace Azure.Data.Tables;

/// <summary>The answer where an entity is missing.</summary>
internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    /// <inheritdoc/>
    public override bool HasValue => false;

    /// <inheritdoc/>
    public override T? Value => throw new InvalidOperationException("The entity does not exist; ask HasValue first.");

    /// <inheritdoc/>
    public override Response GetRawResponse() => response;
}
