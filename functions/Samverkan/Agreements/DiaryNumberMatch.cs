namespace Samverkan.Agreements;

/// <summary>A diary number found in a text.</summary>
/// <param name="Start">Where it begins, its label included.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Labelled">Whether "Dnr" or the like stands before it.</param>
/// <param name="Number">The number.</param>
internal readonly record struct DiaryNumberMatch(int Start, int End, bool Labelled, DiaryNumber Number);
