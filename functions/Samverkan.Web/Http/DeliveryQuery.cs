using System.Globalization;
using Microsoft.AspNetCore.Http;
using Samverkan.Agreements;
using Samverkan.Dispatch;

namespace Samverkan.Web.Http;

/// <summary>The filter that an address asks for, and the parameters of it that could not be read and are left out of the filter.</summary>
/// <param name="Filter">What was read.</param>
/// <param name="Unread">Names of parameters whose value, which may be anything, means nothing.</param>
internal sealed record DeliveryQuery(DeliveryFilter Filter, IReadOnlyList<string> Unread)
{
    /// <summary>The parameters of the API, named as the command line and the rows name them.</summary>
    internal static readonly QueryNames ApiNames = new("status", "contact", "agreement", "planYear", "notices", "after", "size");

    /// <summary>The parameters of the pages, which people see; a page's size is not theirs to choose.</summary>
    internal static readonly QueryNames PageNames = new("status", "kontakt", "avtal", "planar", "meddelanden", "efter", Size: null);

    private const int LongestToken = 500;

    internal static DeliveryQuery Read(IQueryCollection query, QueryNames names)
    {
        var unread = new List<string>();

        T? Value<T>(string? name, Func<string, T?> parse)
        {
            if (name is null || query[name] is not { Count: > 0 } values || values is [""]) return default;
            var value = values is [{ } text] ? parse(text) : default;
            if (value is null) unread.Add(name);
            return value;
        }

        var filter = new DeliveryFilter(
            Value<DeliveryState?>(names.Status, text => DeliveryJson.TryParseState(text, out var state) ? state : null),
            Value(names.Contact, text => ContactId.TryParse(text, out var id) ? id.Value : null),
            Value(names.Agreement, text => AgreementId.TryParse(text, out var id) ? id.Value : null),
            Value(names.PlanYear, text => Number(text, 1900, 2999)),
            Value<bool?>(names.Notices, Flag) ?? false,
            Value(names.After, text => text.Length <= LongestToken ? text : null),
            Value(names.Size, text => Number(text, 1, 1000)) ?? new DeliveryFilter().Size);
        return new DeliveryQuery(filter, unread);
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    private static bool? Flag(string text) => text switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => null,
    };
}
