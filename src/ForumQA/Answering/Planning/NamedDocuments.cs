using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Finds the documents that a question names by file or by words of their title: "the OpenGov Asia article", "policy.pdf".</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">The question's folded words.</param>
/// <param name="form">How it is put.</param>
internal sealed class NamedDocuments(IndexSnapshot snapshot, string[] question, QuestionForm form)
{
    /// <summary>With more documents than these, titles are not compared one by one.</summary>
    private const int MostDocuments = 2000;

    /// <summary>So many words of a title in their order name a document even where it is not called one.</summary>
    private const int LongTitle = 3;

    private static readonly string[] NamingMetadata = ["author", "source_publisher", "publisher", "source_title"];

    /// <summary>The ids, best first, and the words that name them.</summary>
    public (IReadOnlyList<string> Ids, IReadOnlyList<string> Words) Find()
    {
        var noun = Array.FindIndex(question, word => FormPhrases.Default.Has("documents", word));
        if (snapshot.Documents.Count() > MostDocuments || (form.Kind == QuestionKind.Documents && noun >= 0))
        {
            return ([], []);
        }

        var documents = snapshot.Documents.List();
        var names = documents.Select(WordsOf).ToList();
        var frequency = names.SelectMany(words => words.Distinct()).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var asked = question.Where(word => !form.Words.Contains(word) && frequency.ContainsKey(word)).ToHashSet(StringComparer.Ordinal);
        var scored = documents.Select((document, i) => (document.Id, Words: names[i], Score: asked.Where(names[i].Contains).Sum(Rarity)))
            .Where(match => match.Score > 0 && (noun >= 0 ? match.Words.Any(word => asked.Contains(word) && frequency[word] == 1) : NamesTitle(match.Words)))
            .ToList();
        if (scored.Count == 0)
        {
            return ([], []);
        }

        var best = scored.Max(match => match.Score);
        var chosen = scored.Where(match => match.Score >= best - 1e-9).ToList();
        return chosen.Count > 1
            ? ([], [])
            : ([chosen[0].Id], [.. asked.Where(chosen[0].Words.Contains), .. noun >= 0 ? [question[noun]] : Array.Empty<string>()]);

        double Rarity(string word) => Math.Log(1 + (documents.Count / (double)frequency[word]));
    }

    private bool NamesTitle(List<string> title)
    {
        for (var i = 0; i + LongTitle <= title.Count; i++)
        {
            var run = title.GetRange(i, LongTitle).ToArray();
            if (question.AsSpan().IndexOf(run) >= 0 && run.Any(word => !form.Words.Contains(word)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> WordsOf(IndexedDocument document)
    {
        var file = Path.GetFileNameWithoutExtension(document.Id);
        var naming = NamingMetadata.Where(document.Metadata.ContainsKey).Select(name => document.Metadata[name]);
        return [.. Tokenizer.Tokenize(string.Join(" . ", naming.Prepend(file).Prepend(document.Title))).Select(word => word.Word.Folded)];
    }
}
