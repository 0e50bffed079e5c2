using ForumQA.Answering.Conversation;
using ForumQA.Retrieval;
using ForumQA.Storage;

namespace ForumQA.Answering.Planning;

/// <summary>What a plan has to work with: the question as read, and the index.</summary>
internal sealed class PlanContext
{
    private readonly int[] _topic;
    private readonly double _topicWeight;
    private readonly AnswerLength _length;

    public PlanContext(
        IndexSnapshot snapshot, AskedQuestion question, ReadOnlyMemory<float> vector, SentenceRanking ranking, QuestionForm form, QuestionScope scope, IReadOnlySet<string>? within)
    {
        (Snapshot, Ranking, Form, Scope) = (snapshot, ranking, form, scope);
        Sentences = new SentenceSource(snapshot, ranking.Question, ranking.Matcher, within, question.HasSaid);
        Nearest = new NearestSentences(snapshot, vector);
        LineSource = new LineSource(Sentences);
        _length = question.Length;
        Asked = question;
        var terms = ranking.Question.Terms;
        _topic = [.. Enumerable.Range(0, terms.Count).Where(i => !form.Has(terms[i].Word) && !scope.Words.Contains(terms[i].Word.Folded))];
        _topicWeight = _topic.Sum(i => terms[i].Weight);
    }

    public IndexSnapshot Snapshot { get; }

    /// <summary>Documents looked at where the question names none.</summary>
    private const int DocumentsLookedAt = 8;

    private IReadOnlyList<string>? _nearDocuments;
    private IReadOnlyList<string>? _years;

    /// <summary>What is done with the question where no plan answers it.</summary>
    public AbstentionDecision Decision { get; init; }

    /// <summary>The message as it is understood in its conversation.</summary>
    public AskedQuestion Asked { get; }

    /// <summary>How likely the best sentence answers the question.</summary>
    public Answerability Answerability { get; init; }

    public SentenceRanking Ranking { get; }

    public QuestionForm Form { get; }

    public QuestionScope Scope { get; }

    public SentenceSource Sentences { get; }

    /// <summary>The lines of documents, with what their layout says.</summary>
    public LineSource LineSource { get; }

    /// <summary>The documents that the question names, else those of the best passages, best first.</summary>
    public IReadOnlyList<string> NearDocuments => _nearDocuments ??= Scope.Documents.Count > 0
        ? Scope.Documents
        : [.. Ranking.Evidence.Select(evidence => evidence.Passage.DocumentId).Distinct().Take(DocumentsLookedAt)];

    /// <summary>The lines of some documents, in order.</summary>
    public IEnumerable<DocumentLine> Lines(IEnumerable<string> documents) => documents.SelectMany(LineSource.Of);

    /// <summary>Orders sentences by meaning.</summary>
    public NearestSentences Nearest { get; }

    /// <summary>Whether the question has a subject besides whom and what it names: "logistics data" in "What did Taro Shimada say about logistics data?".</summary>
    public bool HasTopic => _topic.Length > 0;

    /// <summary>The years that the question names, each once, in its order.</summary>
    public IReadOnlyList<string> Years => _years ??= [.. Ranking.Question.Words.Select(word => word.Word.Folded).Where(word => Text.CalendarYear.IsYear(word)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether it has a word such as "who" or "why".</summary>
    public bool AsksWithAQuestionWord => Ranking.Question.Words.Any(word => QuestionWords.Default.Asking.ContainsKey(word.Word.Folded));

    /// <summary>Whether one of several that are named will do: "at the 16th or the 17th".</summary>
    public bool AsksForEither => Ranking.Question.Words.Any(word => word.Word.Folded is "or" or "either");

    /// <summary>Whether a name may be listed: it is of the list that was given before, where one is asked for a part of it, and none of those already named, where others are asked for.</summary>
    public bool MayList(string name) =>
        (Asked.Among.Count == 0 || Asked.Among.Any(label => IsNamedIn(label, name))) && !Asked.Without.Any(label => IsNamedIn(label, name));

    private static bool IsNamedIn(string label, string name) =>
        label.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (label.Length == name.Length || !char.IsLetterOrDigit(label[name.Length]));

    /// <summary>How many sentences or items to give: what the question asks for, else what is usual for its kind and the length asked for.</summary>
    public int Count(int usual) => Asked.MostSentences ?? Form.Limit ?? _length switch
    {
        AnswerLength.OneSentence => 1,
        AnswerLength.Shorter => Math.Max(1, usual / 3),
        AnswerLength.Longer => usual * 2,
        _ => usual,
    };

    /// <summary>The terms of the subject, as places in the question's terms.</summary>
    public IReadOnlyList<int> Topic => _topic;

    /// <summary>The best sentences by retrieval, best first.</summary>
    /// <param name="count">At most so many.</param>
    public IEnumerable<CorpusSentence> Ranked(int count = int.MaxValue) => Ranking.Sentences.Take(count)
        .Select(candidate => Sentences.At(candidate.Passage.Evidence.Passage.DocumentId, candidate.Sentence.Start)).OfType<CorpusSentence>();

    /// <summary>Whether the subject is nothing but a word.</summary>
    public bool IsTopicOnly(string folded) => _topic.All(i => Ranking.Question.Terms[i].Word.Folded == folded);

    /// <summary>The subject in the words of the question.</summary>
    public string TopicText => string.Join(' ', _topic.Select(i => Ranking.Question.Terms[i].Token).OrderBy(token => token.Start).Select(token => Ranking.Question.Text[token.Start..token.End]));

    /// <summary>The share of the subject's weight that a sentence has, with what its headings and neighbours lend it; 1 when there is no subject.</summary>
    public double RelevanceOf(CorpusSentence sentence) => RelevanceOf(sentence, _topic, _topicWeight);

    /// <summary>The share of the subject's weight that stands in a sentence, its headings or next to it, however many words of it are missing.</summary>
    public double ShareOf(CorpusSentence sentence) => _topicWeight <= 0 ? 1
        : _topic.Sum(i => Ranking.Question.Terms[i].Weight * RelevanceOf(sentence, [i])) / _topicWeight;

    /// <summary>The same for some of the terms.</summary>
    public double RelevanceOf(CorpusSentence sentence, IReadOnlyCollection<int> terms) =>
        RelevanceOf(sentence, terms, terms.Sum(i => Ranking.Question.Terms[i].Weight));

    private double RelevanceOf(CorpusSentence sentence, IReadOnlyCollection<int> terms, double total)
    {
        if (terms.Count == 0 || total <= 0)
        {
            return 1;
        }

        var own = sentence.Sentence.Matches;
        var questionTerms = Ranking.Question.Terms;
        var around = sentence.Passage.MatchesAround(sentence.Place);
        var heading = Ranking.Matcher.Match(Text.Tokenizer.Tokenize(sentence.Heading));

        // A word that no document has, nor one it may have been meant for, is matched by nothing that only looks like it.
        var share = terms.Where(i => questionTerms[i].Stems.Count > 0)
            .Sum(i => questionTerms[i].Weight * Math.Max(Own(i), Math.Max(0.6 * heading[i], 0.4 * around[i]))) / total;

        // "Data protection" is not spoken of where something else is protected: of two words both count.
        return terms.Count == 2 && terms.All(i => questionTerms[i].Stems.Count > 0) ? share * terms.Min(i => Math.Min(1, 2 * Math.Max(Own(i), Math.Max(heading[i], around[i])))) : share;

        // "Production" is not "protection", however alike the letters.
        double Own(int i) => Ranking.Question.IsIdeographic || questionTerms[i].Stems.Any(stem => sentence.Sentence.Stems.Contains(stem.Stem)) ? own[i] : own[i] / 2;
    }
}
