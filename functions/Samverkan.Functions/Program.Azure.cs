using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Samverkan.Functions;
using Samverkan.Storage.Local;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var settings = HostSettings.Read(builder.Configuration);
foreach (var problem in settings.Problems) await Console.Error.WriteLineAsync("Inställning: " + problem);
if (builder.Configuration["DataFolder"] is not { Length: > 0 } folder)
{
    await Console.Error.WriteLineAsync("Inställning: DataFolder saknas. Ange mappen som är monterad för tjänstens data, till exempel /data.");
    return 1;
}

if (settings.Problems.Count > 0) return 1;
builder.Services.AddSamverkanHost(settings, new LocalStorageOptions { DataFolder = folder }, SystemClock.Instance, demo: false);
await builder.Build().RunAsync();
return 0;
