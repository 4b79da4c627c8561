using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Samverkan.Agreements;
using Samverkan.Dispatch;
using Samverkan.Web.Http;
using Samverkan.Web.Words;

namespace Samverkan.Web.Pages;

/// <summary>Makes the form of a filter, and the addresses that spell filters.</summary>
internal static class FilterForms
{
    private static readonly QueryNames Names = DeliveryQuery.PageNames;

    internal static FilterForm Of(DeliveryQuery query, Register? register) => new(
        query.Filter,
        [.. Enum.GetValues<DeliveryState>().Select(state => new Choice(DeliveryJson.Name(state), StateWords.Of(state).Text))],
        With(query.Filter.Contact, register?.Contacts.Select(contact => new Choice(contact.Id.Value, contact.Name))),
        With(query.Filter.Agreement, register?.Agreements.Select(agreement => new Choice(agreement.Id.Value, agreement.Title))),
        query.Unread);

    /// <summary>The address of the list under a filter.</summary>
    internal static string Href(DeliveryFilter filter) => QueryHelpers.AddQueryString("/", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [Names.Status] = filter.State is { } state ? DeliveryJson.Name(state) : null,
        [Names.Contact] = filter.Contact,
        [Names.Agreement] = filter.Agreement,
        [Names.PlanYear] = filter.PlanYear?.ToString(CultureInfo.InvariantCulture),
        [Names.Notices] = filter.Notices ? "1" : null,
        [Names.After] = filter.After,
    }.Where(parameter => parameter.Value is not null));

    private static Choice[] With(string? chosen, IEnumerable<Choice>? known)
    {
        Choice[] choices = [.. (known ?? []).OrderBy(choice => choice.Text, SwedishOrder.Comparer)];
        return chosen is null || choices.Any(choice => choice.Value == chosen) ? choices : [.. choices, new Choice(chosen, chosen)];
    }
}
