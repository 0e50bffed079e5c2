using ForumQA.Retrieval;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering;

/// <summary>Decides whether a question is answered, answered with a doubt, or refused, and says why.</summary>
internal sealed class AbstentionPolicy(IOptions<AbstentionOptions> options)
{
    private const int NearestCount = 3;

    private readonly AbstentionOptions _options = options.Value;

    /// <summary>What to do, and why unless the question is simply answered.</summary>
    /// <param name="ranking">The sentences found.</param>
    /// <param name="answerability">How likely they answer the question.</param>
    /// <param name="calibrated">The score under which this index refuses; null leaves it to the configuration.</param>
    public AbstentionDecision Decide(SentenceRanking ranking, Answerability answerability, double? calibrated = null)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        var mayBeWritten = answerability.Subject >= _options.ModelSubjectThreshold;
        if (ranking.Sentences.Count == 0)
        {
            return Refuse(0, _options.SubjectThreshold, "No passage of the documents has a word of this question.");
        }

        if (AbsentName.Find(ranking) is { } name)
        {
            return Refuse(0, _options.SubjectThreshold, RefusalReason.NameIsAbsent(name), mayBeWritten) with { IsAboutAbsentName = true };
        }

        if (calibrated is { } threshold)
        {
            if (answerability.Score < threshold)
            {
                return Refuse(answerability.Score, threshold, RefusalReason.Of(ranking, isSubjectKnown: answerability.Subject >= _options.SubjectThreshold), mayBeWritten);
            }
        }
        else if (answerability.Subject < _options.SubjectThreshold)
        {
            return Refuse(
                answerability.Subject,
                _options.SubjectThreshold,
                RefusalReason.Of(ranking, isSubjectKnown: false),
                mayBeWritten);
        }
        else if (answerability.Answered < _options.RefusalThreshold)
        {
            return Refuse(
                answerability.Answered,
                _options.RefusalThreshold,
                RefusalReason.Of(ranking, isSubjectKnown: true),
                mayBeWritten: true);
        }

        if (calibrated is null or > 0 && PlainGap.FindRefusal(ranking, answerability.Gap) is { } gap)
        {
            return Refuse(answerability.Score, _options.RefusalThreshold, gap, mayBeWritten: true) with { IsGapKnown = true };
        }

        return FindDoubt(ranking, answerability) is { } doubt
            ? new AbstentionDecision(AnswerStatus.Partial, Explain(ranking, answerability.Stated, _options.StatedThreshold, doubt), MayBeWritten: true)
            : new AbstentionDecision(AnswerStatus.Answered, null, MayBeWritten: true);

        AbstentionDecision Refuse(double score, double threshold, string reason, bool mayBeWritten = false) =>
            new(AnswerStatus.NotFound, Explain(ranking, score, threshold, reason), mayBeWritten);
    }

    /// <summary>What is quoted although no words of the question stand there.</summary>
    public static AbstentionDecision InOtherWords(SentenceRanking ranking, Answerability answerability) => new(
        AnswerStatus.Partial,
        Explain(ranking, answerability.Score, answerability.Score, "No document says this in the words of the question; this comes nearest to it in meaning."),
        MayBeWritten: true);

    /// <summary>Why there is no answer although one was composed.</summary>
    public Abstention ExplainUnverified(SentenceRanking ranking, Answerability answerability) => Explain(
        ranking, answerability.Stated, _options.StatedThreshold, "No quotation stands in its document as it was found. Index the corpus again with: forumqa index --rebuild.");

    /// <summary>Why an answer may not be one; null when nothing speaks against it.</summary>
    private string? FindDoubt(SentenceRanking ranking, Answerability answerability) => answerability switch
    {
        _ when answerability.Stated < _options.StatedThreshold => "The documents speak of this, but may not state the answer.",
        { Gap: AnswerGap.OnlyNames } => "The documents speak of what is named, but not in the words of the question.",
        { Gap: AnswerGap.Kind } => ExplainKind(ranking.Question.Kind),
        _ when PlainGap.FindDoubt(ranking) is { } gap => gap,
        _ when ranking.Question.Terms.Any(term => term.IsAbsent && term.Stems.Count == 0 && !term.IsFocus && !term.IsCarried) => "The documents speak of this, but not in all words of the question.",
        _ when ranking.Question.IsReadInPart => "Only the words were read that are in a script the documents use.",
        _ => null,
    };

    /// <summary>That nothing of the kind that is asked for stands where the documents speak of it.</summary>
    /// <param name="kind">The kind.</param>
    public static string ExplainKind(AnswerKind kind) => $"The documents speak of this, but do not say {Asked(kind)}.";

    /// <summary>What is not said.</summary>
    private static string Asked(AnswerKind kind) => kind switch
    {
        AnswerKind.Person => "who",
        AnswerKind.Place => "where",
        AnswerKind.Time => "when",
        AnswerKind.Reason => "why",
        AnswerKind.Count => "how many",
        AnswerKind.Amount => "how much",
        _ => "what is asked",
    };

    /// <summary>Words an abstention, with the terms that matched nothing and the nearest passages.</summary>
    public static Abstention Explain(SentenceRanking ranking, double score, double threshold, string reason)
    {
        var unmatched = Unmatched(ranking.Question);
        return new Abstention
        {
            Reason = unmatched.Exists(word => !reason.Contains(word, StringComparison.OrdinalIgnoreCase)) ? $"{reason} Not in any document: {string.Join(", ", unmatched)}." : reason,
            Score = score,
            Threshold = threshold,
            UnmatchedTerms = unmatched,
            Nearest = [.. ranking.Evidence.Take(NearestCount)],
        };
    }

    /// <summary>The words that no document has, as asked; Chinese and Japanese, which are read in pairs of characters, as they stand together.</summary>
    private static List<string> Unmatched(Question question)
    {
        var runs = new List<(int Start, int End)>();
        foreach (var token in question.Terms.Where(term => term.IsAbsent).Select(term => term.Token).OrderBy(token => token.Start))
        {
            if (runs.Count > 0 && token.Word.IsIdeographic && token.Start <= runs[^1].End)
            {
                runs[^1] = (runs[^1].Start, Math.Max(runs[^1].End, token.End));
            }
            else
            {
                runs.Add((token.Start, token.End));
            }
        }

        return runs.ConvertAll(run => question.Text[run.Start..run.End]);
    }
}

/// <summary>What is done with a question.</summary>
/// <param name="Status">What its answer is, when it is made of the documents' own sentences.</param>
/// <param name="Abstention">Why, unless the question is simply answered.</param>
/// <param name="MayBeWritten">Whether a language model, where there is one, is asked all the same: it understands other words for the same thing, and may refuse itself.</param>
internal readonly record struct AbstentionDecision(AnswerStatus Status, Abstention? Abstention, bool MayBeWritten)
{
    /// <summary>Whether it asks about a name that no document has, so that no plan finds anything either.</summary>
    public bool IsAboutAbsentName { get; init; }

    /// <summary>Whether a rule knows what is missing, so that nothing which only comes near in meaning answers it.</summary>
    public bool IsGapKnown { get; init; }
}
