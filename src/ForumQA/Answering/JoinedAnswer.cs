namespace ForumQA.Answering;

/// <summary>Makes one answer of the answers to the requests of a message.</summary>
internal static class JoinedAnswer
{
    /// <summary>Each request with what answers it, in their order; the citations are numbered through.</summary>
    /// <param name="question">The message.</param>
    /// <param name="answers">One for each of its requests, at least one.</param>
    public static Answer Of(string question, IReadOnlyList<Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);

        var searched = string.Join(' ', answers.Select(answer => answer.StandaloneQuestion));

        // "When and where was it?" may be one sentence.
        if (answers.Select(TextOf).Distinct(StringComparer.Ordinal).Count() == 1 && answers[0].Sentences.Count > 0)
        {
            return (answers.FirstOrDefault(answer => answer.Status != AnswerStatus.Answered) ?? answers[0]) with { Question = question, StandaloneQuestion = searched };
        }

        var book = new CitationBook();
        return new Answer
        {
            Question = question,
            StandaloneQuestion = searched,
            Kind = answers.Select(answer => answer.Kind).Distinct().Count() == 1 ? answers[0].Kind : QuestionKind.Fact,
            Status = StatusOf(answers),
            Lead = answers.Any(answer => answer.Lead is not null) ? string.Join('\n', answers.Where(answer => answer.Lead is not null).Select(answer => $"{LabelOf(answer)} {answer.Lead}")) : null,
            Score = answers.Min(answer => answer.Score),
            Sentences =
            [
                .. answers.SelectMany(answer => answer.Sentences.Select(sentence => sentence with
                {
                    // The items of a list are named in its lead.
                    Group = sentence.Group is null || answer.Kind == QuestionKind.List ? LabelOf(answer) : $"{LabelOf(answer)} {sentence.Group}",
                    Citations = [.. sentence.Citations.Select(book.Take)],
                })),
            ],
            Abstention = Explain(answers),
            Evidence = [.. answers.SelectMany(answer => answer.Evidence).DistinctBy(evidence => evidence.Passage.Id)],
            Notes = [.. answers.SelectMany(answer => answer.Notes).DistinctBy(note => note.Code)],
        };
    }

    private static string TextOf(Answer answer) => string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));

    private static AnswerStatus StatusOf(IReadOnlyList<Answer> answers) =>
        answers.All(answer => answer.Status == AnswerStatus.Answered) ? AnswerStatus.Answered
        : answers.All(answer => answer.Status == AnswerStatus.NotFound) ? AnswerStatus.NotFound
        : AnswerStatus.Partial;

    /// <summary>What is wrong with which of them; null when all are answered.</summary>
    private static Abstention? Explain(IReadOnlyList<Answer> answers)
    {
        var doubtful = answers.Where(answer => answer.Abstention is not null).ToList();
        return doubtful.Count == 0 ? null : doubtful.MinBy(answer => answer.Abstention!.Score)!.Abstention! with
        {
            Reason = string.Join(' ', doubtful.Select(answer => $"{LabelOf(answer)} {answer.Abstention!.Reason}")),
            UnmatchedTerms = [.. doubtful.SelectMany(answer => answer.Abstention!.UnmatchedTerms).Distinct(StringComparer.Ordinal)],
            Nearest = [.. doubtful.SelectMany(answer => answer.Abstention!.Nearest).DistinctBy(evidence => evidence.Passage.Id)],
        };
    }

    /// <summary>The request as a heading: "Who hosted it?".</summary>
    private static string LabelOf(Answer answer)
    {
        var label = char.ToUpperInvariant(answer.Question[0]) + answer.Question[1..];
        return label.EndsWith('?') ? label : $"{label}:";
    }
}
