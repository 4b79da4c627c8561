namespace Samverkan.Dispatch.Certificates;

/// <summary>What a person has done to a delivery, as a certificate states it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; null where the name has been erased.</param>
/// <param name="Reason">Why; null where none was given, or it has been erased.</param>
public sealed record CertifiedIntervention(CertifiedTime At, string? By, string? Reason)
{
    /// <summary>The facts of an intervention; null where there was none.</summary>
    public static CertifiedIntervention? Of(Intervention? intervention) =>
        intervention is null ? null : new(CertifiedTime.Of(intervention.At), intervention.By, intervention.Reason);
}
