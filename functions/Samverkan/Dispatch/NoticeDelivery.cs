namespace Samverkan.Dispatch;

/// <summary>A delivery that a notice tells of, as it stood then.</summary>
/// <param name="Id">Which.</param>
/// <param name="Attempt">How many tries had been made: after further ones it may be told of again.</param>
/// <param name="Title">What was to be handed over, for people.</param>
/// <param name="Code">How the newest try ended; null where there was none.</param>
public sealed record NoticeDelivery(string Id, int Attempt, string Title, string? Code);
