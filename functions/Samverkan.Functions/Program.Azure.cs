using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Samverkan.Functions;
using Samverkan.Functions.Registers;
using Samverkan.Storage.Azure;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var settings = HostSettings.Read(builder.Configuration);
foreach (var problem in settings.Problems) await Console.Error.WriteLineAsync("Inställning: " + problem);
if (settings.Problems.Count > 0) return 1;
if (settings.Storage is not { } storage)
{
    await Console.Error.WriteLineAsync("Inställning: AzureWebJobsStorage__accountName saknas. Ange lagringskontots namn, så som mallen i infra/ gör.");
    return 1;
}

if (await AzureStorageStart.CheckAsync(storage, CancellationToken.None) is { } trouble)
{
    await Console.Error.WriteLineAsync(trouble);
    return 1;
}

builder.Services.AddSamverkanHost(settings, storage: null, SystemClock.Instance, demo: false);
builder.Services.AddSingleton<IRegisterSource>(new RegisterBlobSource(new BlobRegister(storage)));
builder.Services.AddHostedService<RegisterRunner>();
await builder.Build().RunAsync();
return 0;
