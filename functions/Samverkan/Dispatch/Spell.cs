using System.Collections.Immutable;
using NodaTime;

namespace Samverkan.Dispatch;

/// <summary>A time during which somebody knows that a contact cannot be reached as usual.</summary>
/// <param name="Since">When that was first told.</param>
/// <param name="Told">What has been told of it.</param>
/// <param name="IsOver">Whether it has been told that the contact can be reached again.</param>
public sealed record Spell(Instant Since, ImmutableHashSet<NoticeKind> Told, bool IsOver);
