using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;

namespace Samverkan.Web.Words;

/// <summary>
/// What a person is told about a delivery that will not be tried again: the code of its last try explained, but for what
/// the explanation says of further tries, since there are none.
/// </summary>
internal static class PersonWords
{
    private const string NoMore = "Alla försök är gjorda, och Samverkan försöker inte igen av sig självt.";

    internal static FailureText Of(Delivery delivery)
    {
        if (delivery.Attempts is not [.., var last])
            return new("Expedieringen har stannat innan något försök gjordes.", "Mottagaren har inte fått den.", "Fråga it-avdelningen.");
        var text = Failures.ExplainSpent(delivery.LastCode);
        return last switch
        {
            { Outcome: AttemptOutcome.Interrupted } or { Code: MailCodes.OutcomeUnknown } =>
                text with { Means = $"Mottagaren kan ha fått expedieringen, men det är inte säkert. {NoMore}" },
            { Outcome: AttemptOutcome.Transient } => text with { Means = $"Mottagaren har inte fått expedieringen. {NoMore}" },
            _ => text with { Means = $"{text.Means} Samverkan försöker inte igen av sig självt." },
        };
    }
}
