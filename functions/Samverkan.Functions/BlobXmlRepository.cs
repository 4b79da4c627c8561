using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Samverkan.Storage.Azure;

namespace Samverkan.Functions;

/// <summary>The key ring of cookies in the storage account.</summary>
internal sealed class BlobXmlRepository(BlobKeyRing ring) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.Read().Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => ring.Write(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
