using Samverkan.Formats.Tests.Servers;

namespace Samverkan.Tests.Deadlines.Calendar;

/// <summary>A test against the npm package ical.js; skipped where node or the package is missing.</summary>
internal sealed class ICalFactAttribute : FactAttribute
{
    public ICalFactAttribute() => Skip = TestServers.MissingFor("ical.js");
}
