namespace Samverkan.Dispatch;

/// <summary>What the explanations of many codes have in common; <see cref="Failures"/> knows some by their beginning.</summary>
internal static class FailurePhrases
{
    public const string NotSent = "Mottagaren har inte fått expedieringen.";
    public const string MayPass = "Mottagaren har inte fått expedieringen. Felet kan gå över av sig självt.";
    public const string Goes = "Fortsätter felet: ";
    public const string CheckServer = Goes + "be it-avdelningen kontrollera mejlservern, och skicka expedieringen igen när den fungerar.";
    public const string MayBeCopy = "Mottagaren kan ha fått expedieringen. Ett nytt försök har samma referens, så en kopia går att känna igen.";
    public const string Rests = "Försöks den inte igen av sig själv: ";
    public const string TriesOn = " Expedieringen försöks igen av sig själv.";
    public const string SendAgain = " Skicka sedan expedieringen igen.";
    public const string AskFirst = Rests + "fråga mottagaren om den har kommit, och skicka den annars igen.";
    public const string AskIt = "Be it-avdelningen rätta inställningen och starta om Samverkan. Skicka sedan expedieringen igen.";
    public const string CheckReceiver = "Fortsätter felet: hör med mottagarens it-avdelning, och skicka expedieringen igen när deras system fungerar.";
    public const string Nothing = "Du behöver inte göra något.";
}
