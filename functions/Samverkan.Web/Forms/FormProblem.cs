namespace Samverkan.Web.Forms;

/// <summary>Why what was posted was not done: shown beside its field, with what was written still there.</summary>
/// <param name="Form">Which form of the page, such as a file's id and what was asked for.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Values">What was written, by the fields' names.</param>
public sealed record FormProblem(string Form, string Field, string Sentence, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Of a posted form.</summary>
    internal static FormProblem Of(string form, string field, string sentence, Microsoft.AspNetCore.Http.IFormCollection posted) =>
        new(form, field, sentence, posted.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal));
}
