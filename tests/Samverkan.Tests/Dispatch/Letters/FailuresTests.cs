using System.Reflection;
using Samverkan.Dispatch;
using Samverkan.Dispatch.Channels;
using Samverkan.Dispatch.Channels.Folders;
using Samverkan.Dispatch.Channels.Webhooks;

namespace Samverkan.Tests.Dispatch.Letters;

public class FailuresTests
{
    public static TheoryData<string> Codes() =>
    [
        .. new[] { typeof(MailCodes), typeof(WebhookCodes), typeof(FolderCodes) }
            .SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetRawConstantValue()!),
        "host.stopped", PoisonDesk.Failed, "contact.missing", "channel.not-available",
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Explain_of_every_code_says_what_happened_what_it_means_and_what_to_do(string code)
    {
        Assert.Contains(code, Failures.Known);
        var text = Failures.Explain(code);
        Assert.All([text.Happened, text.Means, text.Todo], part => Assert.Matches(@"^[A-ZÅÄÖ].{10,}\.$", part));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ExplainSpent_of_every_code_never_promises_another_try(string code) => Assert.DoesNotMatch(
        "försöks igen|gå över av sig|nytt försök|gått i väg|[Ff]ortsätter felet|[Ff]örsöks den inte", Failures.ExplainSpent(code).ToString());

    [Theory]
    [InlineData(FolderCodes.Full)]
    [InlineData(FolderCodes.Denied)]
    public void Explain_of_a_folder_that_will_be_tried_says_so_and_spent_says_to_send_again(string code)
    {
        Assert.EndsWith("Expedieringen försöks igen av sig själv.", Failures.Explain(code).Todo, StringComparison.Ordinal);
        Assert.Contains("Skicka sedan expedieringen igen.", Failures.ExplainSpent(code).Todo, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_of_an_unknown_code_names_it() =>
        Assert.Contains("later.code", Failures.Explain("later.code").ToString(), StringComparison.Ordinal);

    [Fact]
    public void Explain_of_a_login_that_is_refused_says_which_rights_to_look_at()
    {
        var refused = Failures.Explain(MailCodes.LoginRefused);
        Assert.Equal("Mottagaren har inte fått expedieringen.", refused.Means);
        Assert.All(["SMTP AUTH", "Smtp:User", "Smtp:ClientId", "SMTP.SendAsApp", "Skicka sedan expedieringen igen."], part => Assert.Contains(part, refused.Todo, StringComparison.Ordinal));
        Assert.DoesNotContain("Password", refused.Todo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailCodes.LoginExpired)]
    [InlineData(MailCodes.GraphLoginExpired)]
    public void Explain_of_a_login_that_has_ended_says_that_it_may_pass_until_it_is_not_tried_again(string code)
    {
        Assert.Contains("gått ut", Failures.Explain(code).Happened, StringComparison.Ordinal);
        Assert.Contains("kan gå över av sig självt", Failures.Explain(code).Means, StringComparison.Ordinal);
        var spent = Failures.ExplainSpent(code);
        Assert.Contains("försöks inte igen", spent.Means, StringComparison.Ordinal);
        Assert.StartsWith("Be it-avdelningen", spent.Todo, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_of_a_fault_of_the_host_itself_asks_nobody_to_act_until_the_tries_are_spent()
    {
        Assert.StartsWith("Fortsätter felet: ", Failures.Explain(PoisonDesk.Failed).Todo, StringComparison.Ordinal);
        var spent = Failures.ExplainSpent(PoisonDesk.Failed);
        Assert.Contains("försöks inte igen", spent.Means, StringComparison.Ordinal);
        Assert.StartsWith("Be it-avdelningen läsa loggen", spent.Todo, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_there_for_every_state_version_and_outcome()
    {
        string[] words =
        [
            .. Enum.GetValues<DeliveryState>().Select(SwedishWords.Of),
            .. Enum.GetValues<DeliveryVersion>().Select(SwedishWords.Of),
            .. Enum.GetValues<AttemptOutcome>().Select(SwedishWords.Of),
        ];
        Assert.Equal(10 + 5 + 6, words.Length);
        Assert.Equal("Väntar på person", SwedishWords.Of(DeliveryState.NeedsPerson));
        Assert.Equal("fastställd version", SwedishWords.Of(DeliveryVersion.Adopted));
    }

    [Theory]
    [InlineData("planen", "plan")]
    [InlineData("planen och budgeten", "plan", "budget")]
    [InlineData("planen, budgeten och ”bilaga”", "plan", "budget", "bilaga")]
    public void Enumerate_joins_as_Swedish_does(string words, params string[] parts) =>
        Assert.Equal(words, SwedishWords.Enumerate([.. parts.Select(SwedishWords.OfThePart)]));
}
