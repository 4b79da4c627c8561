namespace Samverkan.Agreements;

/// <summary>What an agreement is. In the register: <c>cooperation</c>, <c>actionPlan</c>.</summary>
public enum AgreementKind
{
    /// <summary>A cooperation agreement (samverkansavtal); it has obligations.</summary>
    Cooperation,

    /// <summary>An action plan (handlingsplan) that bodies endorse and extend; it may have no obligations.</summary>
    ActionPlan,
}
