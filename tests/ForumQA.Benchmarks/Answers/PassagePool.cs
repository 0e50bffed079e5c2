using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Benchmarks.Answers;

/// <summary>An index over paragraphs, each a passage of its article, in a temporary file.</summary>
internal sealed class PassagePool : IDisposable
{
    private static readonly SourceStamp Source = new("benchmark", 0, DateTime.UnixEpoch);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"forumqa-benchmark-{Guid.NewGuid():N}.db");
    private readonly IndexStore _store;
    private readonly Dictionary<string, int> _paragraphs = new(StringComparer.Ordinal);
    private readonly int _passageCount;

    /// <summary>Indexes the paragraphs whose numbers are given.</summary>
    public PassagePool(QuestionSet set, IEnumerable<int> paragraphs)
    {
        _store = IndexStore.OpenOrCreate(_path);
        foreach (var article in paragraphs.Distinct().Order().GroupBy(number => set.Paragraphs[number].Article))
        {
            var text = "";
            var passages = new List<Passage>();
            foreach (var number in article)
            {
                var id = $"{article.Key}#{number}";
                _paragraphs[id] = number;
                text += text.Length > 0 ? "\n\n" : "";
                passages.Add(new Passage
                {
                    Id = id,
                    DocumentId = article.Key,
                    Ordinal = passages.Count,
                    Start = text.Length,
                    End = text.Length + set.Paragraphs[number].Text.Length,
                    Text = set.Paragraphs[number].Text,
                });
                text += set.Paragraphs[number].Text;
            }

            var document = new Document { Id = article.Key, Title = article.Key, Uri = article.Key, Text = text };
            _store.Writer.Put(document, Source, passages, [.. passages.Select(_ => new ReadOnlyMemory<float>([1f]))], "none", DateTimeOffset.UnixEpoch);
            _passageCount += passages.Count;
        }
    }

    /// <summary>The number of a passage's paragraph in the set.</summary>
    public int ParagraphOf(Passage passage) => _paragraphs[passage.Id];

    /// <summary>Retrieves passages and ranks their sentences.</summary>
    public SentenceRanking Rank(string question, SentenceRanker ranker)
    {
        using var snapshot = _store.OpenSnapshot();
        var profile = QuestionProfile.Create(question, stems => new TermStatistics(_passageCount, snapshot.Words.CountPassagesWith(stems)));
        return ranker.Rank(profile, Retrieve(snapshot, profile));
    }

    public void Dispose()
    {
        _store.Dispose();
        IndexStore.Discard(_path);
    }

    private static IReadOnlyList<Evidence> Retrieve(IndexSnapshot snapshot, QuestionProfile question)
    {
        if (question.Terms.Count == 0)
        {
            return [];
        }

        var match = string.Join(" OR ", question.Terms.Select(term => $"\"{term.Word.Folded}\""));
        var rows = snapshot.Words.Search(match, SentenceRanker.PassageLimit);
        var scores = rows.ToDictionary(row => row.Row, row => row.Score);
        return
        [
            .. snapshot.Passages.Load([.. rows.Select(row => row.Row)]).Select(stored => new Evidence
            {
                Passage = stored.Passage,
                DocumentTitle = stored.DocumentTitle,
                DocumentUri = stored.DocumentUri,
                Score = scores[stored.Row],
            }),
        ];
    }
}
