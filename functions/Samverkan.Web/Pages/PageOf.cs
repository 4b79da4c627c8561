using Microsoft.AspNetCore.Components;

namespace Samverkan.Web.Pages;

/// <summary>A page that shows one view: everything it says was read before it is rendered.</summary>
/// <typeparam name="TView">What it shows.</typeparam>
public abstract class PageOf<TView> : ComponentBase
    where TView : class
{
    /// <summary>What the page shows.</summary>
    [Parameter]
    [EditorRequired]
    public required TView View { get; set; }

    /// <summary>What every page shows.</summary>
    [Parameter]
    [EditorRequired]
    public required Site Site { get; set; }
}
