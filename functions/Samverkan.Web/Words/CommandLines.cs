using System.Globalization;
using Samverkan.Intake;
using Samverkan.Intake.Matching;
using Samverkan.Ledger;

namespace Samverkan.Web.Words;

/// <summary>
/// The command lines that a person runs who is not signed in to the pages as an administrator. Nothing that a document or a
/// file's name says becomes part of one.
/// </summary>
/// <param name="data">The data folder; null where a page shall not name it.</param>
internal sealed class CommandLines(string? data)
{
    private const string Program = "dotnet run --project functions/Samverkan.Functions --";

    /// <summary>The line that makes a link which signs a person in.</summary>
    internal string SignIn => Line("sign-in --name NAMN");

    /// <summary>The lines that release a file, the likeliest first; none where it cannot be released.</summary>
    internal IReadOnlyList<string> Release(QuarantinedFile file)
    {
        if (file.Code.StartsWith("sensitive.", StringComparison.Ordinal))
            return [Line($"release {file.Id}"), .. file.Candidates.Select(c => Release(file.Id, c))];
        if (!file.Code.StartsWith("match.", StringComparison.Ordinal)) return [];
        return file.Candidates.Count > 0
            ? [.. file.Candidates.Select(c => Release(file.Id, c))]
            : [Line($"release {file.Id} --agreement AVTAL --obligation ÅTAGANDE --plan-year ÅR")];
    }

    internal string Discard(QuarantinedFile file) => Line($"discard {file.Id} --reason \"SKÄL\"");

    internal string Correct(StreamId stream, DocumentHash file, int index) =>
        Line(string.Create(CultureInfo.InvariantCulture, $"correct {stream} {file}:{index} --field FÄLT --value \"VÄRDE\""));

    private string Release(string id, Candidate candidate)
    {
        var year = candidate.PlanYear?.ToString(CultureInfo.InvariantCulture) ?? "ÅR";
        return Line($"release {id} --agreement {candidate.Agreement}" + (candidate.Obligation is { } obligation ? $" --obligation {obligation} --plan-year {year}" : ""));
    }

    private string Line(string verb) => $"{Program} {verb} --data {(data is null ? "DATAMAPP" : data.Contains(' ', StringComparison.Ordinal) ? $"\"{data}\"" : data)}";
}
