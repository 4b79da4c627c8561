using Samverkan.Agreements;

namespace Samverkan.Intake.Matching;

/// <summary>Somebody of the register whom a printed recipient may mean: offered to a person, never used.</summary>
/// <param name="Id">The contact or group.</param>
/// <param name="Name">Its name or alias that is nearest to the print.</param>
public sealed record NearMiss(ContactId Id, string Name);
