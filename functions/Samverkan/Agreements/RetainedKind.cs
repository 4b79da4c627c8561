namespace Samverkan.Agreements;

/// <summary>What a rule of retention is about.</summary>
public enum RetainedKind
{
    /// <summary>Handlingar: the archived files, and what was read out of them.</summary>
    Documents,

    /// <summary>Personuppgifter: names, addresses, file names and answers beside the ledger's events.</summary>
    PersonalValues,
}
