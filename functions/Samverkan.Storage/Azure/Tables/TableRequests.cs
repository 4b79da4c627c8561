using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Makes and sends requests to the Table service.</summary>
/// <param name="Endpoint">Where the account's tables are.</param>
/// <param name="Pipeline">What sends.</param>
internal sealed record TableRequests(Uri Endpoint, HttpPipeline Pipeline)
{
    /// <summary>A message of the service's version and JSON form.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">What follows the account's address, escaped.</param>
    public HttpMessage Create(RequestMethod method, string path)
    {
        var message = Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Endpoint.AbsoluteUri.TrimEnd('/') + "/" + path));
        message.Request.Headers.SetValue("x-ms-version", "2019-02-02");
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("MaxDataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    /// <summary>Sends it; returns the answer where its status is one of those expected.</summary>
    /// <exception cref="RequestFailedException">The service answers with another.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellation, params int[] expected)
    {
        using (message)
        {
            await Pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
            return expected.Contains(message.Response.Status) ? message.Response : throw TableError.Of(message.Response);
        }
    }
}
