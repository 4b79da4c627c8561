namespace Samverkan.Dispatch.Desk;

/// <summary>What a person may do to a delivery as it stands. By the time they do it, it is asked again.</summary>
/// <param name="MayResend">Whether it may be sent again.</param>
/// <param name="MayCancel">Whether it may be cancelled.</param>
/// <param name="MayAcknowledge">Whether it may be acknowledged by hand.</param>
public sealed record DeliveryTools(bool MayResend, bool MayCancel, bool MayAcknowledge);
