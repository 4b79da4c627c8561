using System.Reflection;
using Microsoft.Extensions.Logging;
using Samverkan.Dispatch;
using Samverkan.Formats.Mime;
using Samverkan.Storage.Local;
using Samverkan.Web;

namespace Samverkan.Functions.Tests;

/// <summary>What a watcher of the log can go by.</summary>
public sealed class LogEventTests
{
    [Fact]
    public void Every_event_id_means_one_thing_over_all_product_assemblies()
    {
        var events = (
            from assembly in (Assembly[])[typeof(MimeReader).Assembly, typeof(Dispatcher).Assembly, typeof(LocalStorageOptions).Assembly, typeof(WebOptions).Assembly, typeof(Composition).Assembly]
            from type in assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            select (message.EventId, Method: $"{type.FullName}.{method.Name}")).ToList();

        Assert.True(events.Count > 50, $"Only {events.Count} log messages were found.");
        Assert.DoesNotContain(events, e => e.EventId <= 0);
        Assert.Equal([], events.GroupBy(e => e.EventId).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.Method))}"));
    }
}
