namespace Samverkan.Dispatch;

/// <summary>Which version of the documents a delivery hands over.</summary>
public enum DeliveryVersion
{
    /// <summary>Utkast: the complete set before adoption.</summary>
    Draft,

    /// <summary>Fastställd: the set as adopted, with the extract that adopted it.</summary>
    Adopted,

    /// <summary>Rättelse: the set after a part was replaced once the adopted version had been formed.</summary>
    Correction,

    /// <summary>Beslut: a minutes extract alone, to those whom it lists.</summary>
    Decision,

    /// <summary>Meddelande: a reminder or a notice to the municipality's own people.</summary>
    Notice,
}
