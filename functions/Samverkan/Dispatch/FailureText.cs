namespace Samverkan.Dispatch;

/// <summary>What a code means to a person, in Swedish: each part is whole sentences.</summary>
/// <param name="Happened">What happened.</param>
/// <param name="Means">What it means for the delivery.</param>
/// <param name="Todo">What to do; says so where nothing needs to be done.</param>
public sealed record FailureText(string Happened, string Means, string Todo)
{
    /// <summary>The three parts as one paragraph.</summary>
    public override string ToString() => $"{Happened} {Means} {Todo}";
}
