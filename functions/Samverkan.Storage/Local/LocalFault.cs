using Samverkan.Signals;

namespace Samverkan.Storage.Local;

/// <summary>What a fault of a store in the data folder means, without saying where the folder is.</summary>
internal static class LocalFault
{
    /// <summary>The fault of a code of <see cref="LocalStorageException"/>.</summary>
    public static StoreFault Of(string store, string code) => new(code, code switch
    {
        "storage.full" => $"Disken med {store} är full. Inget har gått förlorat, men inget nytt sparas. Frigör utrymme på disken, så fortsätter arbetet av sig självt.",
        "storage.denied" => $"Samverkan får inte skriva i {store}. Inget nytt sparas. Ge kontot som kör programmet rätt att läsa och skriva i datamappen.",
        "storage.locked" => "Databasen är låst av ett annat program. Inget nytt sparas så länge. Stäng det som har den öppen, till exempel ett databasverktyg eller en säkerhetskopiering.",
        "storage.damaged" => "Databasen är skadad, eller så har ett annat program ändrat i den. Stoppa Samverkan, spara en kopia av datamappen och återställ den senaste säkerhetskopian.",
        _ => $"Disken med {store} svarar med fel. Nya filer och försök sparas kanske inte. Kontrollera disken; arbetet fortsätter av sig självt när den svarar.",
    });
}
