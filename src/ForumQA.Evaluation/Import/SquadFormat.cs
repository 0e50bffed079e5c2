using System.Text.Json;

namespace ForumQA.Evaluation.Import;

/// <summary>
/// The format of SQuAD 1.1 and 2.0 (Rajpurkar et al. 2016, 2018), which XQuAD, JSQuAD, CMRC 2018 and COVID-QA share:
/// <c>data[].paragraphs[].{context, qas[].{id, question, answers[].{text, answer_start}, is_impossible}}</c>.
/// </summary>
/// <remarks>Every paragraph becomes a document. <c>answer_start</c> counts code points, as Python does.</remarks>
internal sealed class SquadFormat
{
    private readonly List<ImportedDocument> _documents = [];
    private readonly List<ImportedCase> _cases = [];
    private readonly List<SkippedQuestion> _skipped = [];

    /// <exception cref="ForumQAException">A file is not in this format; the message says where.</exception>
    public static async Task<ImportedSet> ReadAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var set = new SquadFormat();
        foreach (var file in files)
        {
            await DataSetFile.ReadJsonAsync(file, "SQuAD", set.AddFile, cancellationToken).ConfigureAwait(false);
        }

        return new ImportedSet(set._documents, set._cases, set._skipped);
    }

    private void AddFile(JsonElement root)
    {
        foreach (var article in root.GetProperty("data").EnumerateArray())
        {
            var title = article.TryGetProperty("title", out var given) ? given.GetString()?.Replace('_', ' ') : null;
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                var document = new ImportedDocument($"{_documents.Count}", title, paragraph.GetProperty("context").GetString()!);
                _documents.Add(document);
                foreach (var question in paragraph.GetProperty("qas").EnumerateArray())
                {
                    AddQuestion(document, question);
                }
            }
        }
    }

    private void AddQuestion(ImportedDocument document, JsonElement question)
    {
        var id = question.GetProperty("id").ToString();
        var impossible = question.TryGetProperty("is_impossible", out var flag) && flag.ValueKind == JsonValueKind.True;
        var answers = question.TryGetProperty("answers", out var given) && !impossible
            ? given.EnumerateArray().Select(answer => Locate(document.Text, answer)).OfType<ImportedGold>().Select(gold => gold with { Document = document.Key }).Distinct().ToList()
            : [];
        if (!impossible && answers.Count == 0)
        {
            _skipped.Add(new SkippedQuestion(id, "it is not marked as impossible, yet no answer of it stands in its paragraph"));
            return;
        }

        _cases.Add(new ImportedCase
        {
            Id = id,
            Question = question.GetProperty("question").GetString()!.Trim(),
            Answers = [.. answers.Select(answer => answer.Text!).Distinct()],
            Gold = answers,
            Answerable = !impossible,
            Tags = [impossible ? "unanswerable" : "answerable"],
        });
    }

    private static ImportedGold? Locate(string context, JsonElement answer)
    {
        var text = answer.GetProperty("text").GetString()!;
        var start = CodePoints.ToUtf16(context, answer.GetProperty("answer_start").GetInt32());
        if (start < 0 || string.CompareOrdinal(context, start, text, 0, text.Length) != 0)
        {
            // Some sets are off by a few characters.
            start = context.IndexOf(text, StringComparison.Ordinal);
        }

        return start < 0 || string.IsNullOrWhiteSpace(text) ? null : new ImportedGold("", text) { Start = start };
    }
}
