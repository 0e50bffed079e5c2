using System.Globalization;
using System.Text.Json;

namespace ForumQA.Evaluation.Import;

/// <summary>
/// The format of BEIR (Thakur et al. 2021): a folder with <c>corpus.jsonl</c> (<c>_id</c>, <c>title</c>, <c>text</c>), <c>queries.jsonl</c>
/// (<c>_id</c>, <c>text</c>) and <c>qrels/test.tsv</c> or <c>qrels.tsv</c> (query-id, corpus-id, score).
/// </summary>
/// <remarks>Questions without a relevant document are left out; scores above 0 become the relevance of a citation of the whole document.</remarks>
internal static class BeirFormat
{
    /// <exception cref="ForumQAException">A file is missing or not in this format; the message says where.</exception>
    public static async Task<ImportedSet> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var documents = new List<ImportedDocument>();
        await DataSetFile.ReadJsonLinesAsync(
            Path.Combine(folder, "corpus.jsonl"),
            "BEIR",
            line => documents.Add(new ImportedDocument(Text(line, "_id"), line.TryGetProperty("title", out var title) ? title.GetString() : null, Text(line, "text"))),
            cancellationToken).ConfigureAwait(false);
        documents.RemoveAll(document => string.IsNullOrWhiteSpace(document.Text));

        var relevant = await ReadJudgementsAsync(folder, documents.Select(document => document.Key).ToHashSet(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
        var cases = new List<ImportedCase>();
        var skipped = new List<SkippedQuestion>();
        await DataSetFile.ReadJsonLinesAsync(
            Path.Combine(folder, "queries.jsonl"),
            "BEIR",
            line =>
            {
                var id = Text(line, "_id");
                if (relevant.TryGetValue(id, out var gold))
                {
                    cases.Add(new ImportedCase { Id = id, Question = Text(line, "text"), Gold = gold, Answerable = true, Tags = ["answerable"] });
                }
                else
                {
                    skipped.Add(new SkippedQuestion(id, "no document of the corpus is judged relevant to it"));
                }
            },
            cancellationToken).ConfigureAwait(false);
        return new ImportedSet(documents, cases, skipped);
    }

    private static async Task<Dictionary<string, List<ImportedGold>>> ReadJudgementsAsync(string folder, HashSet<string> known, CancellationToken cancellationToken)
    {
        var nested = Path.Combine(folder, "qrels", "test.tsv");
        var path = File.Exists(nested) ? nested : Path.Combine(folder, "qrels.tsv");
        var relevant = new Dictionary<string, List<ImportedGold>>(StringComparer.Ordinal);
        var lines = await DataSetFile.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false);

        // The first line names the columns.
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (lines[i].Split('\t') is not [var query, var document, var score] || !int.TryParse(score, CultureInfo.InvariantCulture, out var relevance))
            {
                throw new ForumQAException(
                    "import-format", $"'{path}', line {i + 1}, is not in BEIR format. Write query-id, corpus-id and a whole number, parted by tabs.");
            }

            if (relevance > 0 && known.Contains(document))
            {
                relevant.TryAdd(query, []);
                relevant[query].Add(new ImportedGold(document) { Relevance = relevance });
            }
        }

        return relevant;
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).ToString();
}
