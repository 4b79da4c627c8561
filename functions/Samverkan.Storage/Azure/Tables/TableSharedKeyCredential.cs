using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The name and key of a storage account.</summary>
/// <param name="accountName">The account's name.</param>
/// <param name="accountKey">Its key, in Base64.</param>
/// <exception cref="FormatException">The key is not Base64.</exception>
internal sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    private readonly byte[] _key = Convert.FromBase64String(accountKey);

    /// <summary>The account's name.</summary>
    public string AccountName { get; } = accountName;

    /// <summary>Signs a text, in Base64.</summary>
    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
