using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Finds the documents that a question names: by file, by words of the title, by date: "the OpenGov Asia article", "the leave policy", "the meeting of April 16".</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">The question's folded words.</param>
/// <param name="form">How it is put.</param>
internal sealed class NamedDocuments(IndexSnapshot snapshot, string[] question, QuestionForm form)
{
    /// <summary>With more documents than these, titles are not compared one by one.</summary>
    private const int MostDocuments = 2000;

    /// <summary>So many words of a title in their order name a document even where it is not called one.</summary>
    private const int LongRun = 3;

    private static readonly string[] NamingMetadata = ["author", "source_publisher", "publisher", "source_title"];

    /// <summary>The ids, best first, and the words that name them.</summary>
    public (IReadOnlyList<string> Ids, IReadOnlyList<string> Words) Find()
    {
        var noun = Array.FindIndex(question, word => FormPhrases.Default.Has("documents", word) || FormPhrases.Default.Has("papers", word));
        if (snapshot.Documents.Count() > MostDocuments || (form.Kind == QuestionKind.Documents && noun >= 0))
        {
            return ([], []);
        }

        var documents = snapshot.Documents.List();
        if (DatedDocuments.Find(documents, question, form.Kind == QuestionKind.Summary) is { Ids.Count: > 0 } dated)
        {
            return dated;
        }

        var names = documents.Select(NamesOf).ToList();
        var words = names.ConvertAll(each => each.SelectMany(name => name).ToHashSet(StringComparer.Ordinal));
        var frequency = words.SelectMany(each => each).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var asked = question.Where(word => !form.Words.Contains(word) && frequency.ContainsKey(word)).ToHashSet(StringComparer.Ordinal);
        var scored = Enumerable.Range(0, documents.Count)
            .Select(i => (documents[i].Id, Words: words[i], Names: names[i], Score: asked.Where(words[i].Contains).Sum(Rarity)))
            .Where(match => match.Score > 0 && (IsNamed(match.Names) || (noun >= 0 && match.Words.Any(word => asked.Contains(word) && frequency[word] == 1))))
            .OrderByDescending(match => match.Score)
            .ToList();
        return scored.Count == 0 || (scored.Count > 1 && scored[1].Score >= scored[0].Score - 1e-9)
            ? form.Kind == QuestionKind.Summary || DatedDocuments.MonthAt(question) >= 0 ? new DescribedDocuments(snapshot, question, form).Find() : ([], [])
            : ([scored[0].Id], [.. asked.Where(scored[0].Words.Contains), .. noun >= 0 ? [question[noun]] : Array.Empty<string>()]);

        double Rarity(string word) => Math.Log(1 + (documents.Count / (double)frequency[word]));
    }

    /// <summary>Whether the question has a whole short name, or a run of words of a long one.</summary>
    private bool IsNamed(List<string[]> names)
    {
        foreach (var name in names)
        {
            // "The building works notice" is "notice-building-works".
            if (name.Count(word => !StopWordList.Contains(word)) > 1 && name.All(word => StopWordList.Contains(word) || question.Contains(word)))
            {
                return true;
            }

            for (var i = 0; i < name.Length; i++)
            {
                var run = name.AsSpan(i, Math.Min(LongRun, name.Length - i));
                var isWhole = i == 0 && run.Length == name.Length && run.Length > 1;
                if ((isWhole || run.Length == LongRun) && question.AsSpan().IndexOf(run) >= 0 && run.ToArray().Any(word => !form.Words.Contains(word)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string[]> NamesOf(IndexedDocument document) =>
    [
        .. NamingMetadata.Where(document.Metadata.ContainsKey).Select(name => document.Metadata[name])
            .Prepend(Path.GetFileNameWithoutExtension(document.Id)).Prepend(document.Title)
            .Select(name => Tokenizer.Tokenize(name).Select(word => word.Word.Folded).ToArray()),
    ];
}
