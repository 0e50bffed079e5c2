using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>What stands under a heading that names what is asked: the items of its list, the rows of its table, the lines of an entry, the answer to its question.</summary>
/// <remarks>"What is closed during the works?" is answered by all that stands under "What is closed" of the notice about the works, of which no line has a word of the question.</remarks>
internal sealed class SectionPlan : IAnswerPlan
{
    private const int MostLines = 24;

    /// <summary>Lines of text without marks are an entry, such as that of somebody in a list of staff, when they are so few.</summary>
    private const int MostOfEntry = 7;

    /// <summary>An answer under a question has at most so many sentences.</summary>
    private const int MostOfAnswer = 4;

    /// <summary>The share of the subject's weight that has to stand in heading, title or lines.</summary>
    private const double LeastCovered = 0.75;

    /// <summary>The same where the heading is a question itself.</summary>
    private const double LeastCoveredByQuestion = 0.55;

    /// <summary>What a word is worth that only the title or the opening of the document has.</summary>
    private const double TitleCredit = 0.8;

    /// <summary>What a word is worth that only lines of the section have.</summary>
    private const double LineCredit = 0.6;

    /// <summary>A heading may have so many words besides those of the subject.</summary>
    private const int MostOtherWords = 2;

    /// <summary>What each of them takes from the section's share, where several sections are meant.</summary>
    private const double OtherWordsCost = 0.05;

    public PlannedAnswer? Answer(PlanContext context)
    {
        if (!context.HasTopic || context.Ranking.Question.IsIdeographic)
        {
            return null;
        }

        var best = context.NearDocuments.SelectMany(id => DocumentSection.Of(context.LineSource.Of(id)))
            .Select(section => Read(context, section)).OfType<Found>()
            .OrderByDescending(found => found.Score)
            .FirstOrDefault();
        if (best is null || IsSaidInOneSentence(context, best))
        {
            return null;
        }

        var lines = best.Lines.Take(context.Count(Math.Min(MostLines, best.Lines.Count)));
        return new PlannedAnswer { Kind = context.Form.Kind == QuestionKind.List ? QuestionKind.List : QuestionKind.Fact, Sentences = context.LineSource.Quote(lines) };
    }

    /// <summary>Whether the best sentence has all that is asked in itself, and one is enough.</summary>
    private static bool IsSaidInOneSentence(PlanContext context, Found found) =>
        context.Form.Kind != QuestionKind.List
        && context.Ranking.Sentences is [var best, ..]
        && !found.Lines.Any(line => line.Sentences.Any(sentence => sentence.Sentence.Start == best.Sentence.Start && sentence.Document.Id == best.Passage.Evidence.Passage.DocumentId))
        && Offers(context.Ranking.Question, best.Sentence)
        && context.Topic.All(i => best.Sentence.Matches[i] >= TermMatcher.Present);

    private static bool Offers(Question question, SentenceProfile sentence)
    {
        // A capital that only opens the sentence makes no name.
        var offer = AnswerOffer.Of(question, sentence);
        return question.Kind == AnswerKind.Person ? offer.Names >= 1 : offer.Offers(question.Kind);
    }

    private static Found? Read(PlanContext context, DocumentSection section)
    {
        var matcher = context.Ranking.Matcher;
        var name = Tokenizer.Tokenize(section.Name).FindAll(word => !word.Word.IsStopWord);
        var own = section.Lines.Select(line => matcher.Match(Tokenizer.Tokenize(line.Text))).ToList();
        if (Weigh(context, matcher.Match(name), matcher.Match(Tokenizer.Tokenize(section.Around)), own) is not { IsNamed: true } weighed)
        {
            return null;
        }

        var others = Tokenizer.Tokenize(section.Heading).Count(word => !word.Word.IsStopWord
            && !context.Ranking.Question.Words.Any(asked => asked.Word.Stem == word.Word.Stem) && !context.Topic.Any(i => matcher.Places(i, [word]).Count > 0));

        // A question over its answer is put in other words than ours, and longer.
        var isCovered = section.AsksItself
            ? weighed.Share >= LeastCoveredByQuestion && name.Count - others > others
            : weighed.Share >= LeastCovered && others <= MostOtherWords;
        if (!isCovered)
        {
            return null;
        }

        // "At Central in July": of what stands under "July", what is at Central.
        var lines = section.Lines.Where((_, at) => weighed.Narrowing.All(i => IsIn(context, own[at], i))).ToList();
        lines = lines.Count > 0 ? lines : [.. section.Lines];
        var isWhole = section.IsList || (section.IsEntry && lines.Count <= MostOfEntry) || (section.IsLine && others == 0 && context.Form.Kind == QuestionKind.List);
        return isWhole || section.AsksItself
            ? new Found(isWhole ? lines : [.. lines.Take(MostOfAnswer)], weighed.Share - (OtherWordsCost * others))
            : null;
    }

    /// <summary>How much of the subject stands in a section's name, around it and in its lines; null when it has nothing of it, or lacks a number.</summary>
    private static Weighed? Weigh(PlanContext context, double[] named, double[] around, List<double[]> own)
    {
        var terms = context.Ranking.Question.Terms;
        double score = 0, total = 0;
        var isNamed = false;
        var narrowing = new List<int>();
        foreach (var i in context.Topic)
        {
            if (IsSaidOfAnything(terms[i]))
            {
                isNamed |= IsIn(context, named, i);
                continue;
            }

            var isOwn = own.Exists(line => IsIn(context, line, i));
            total += terms[i].Weight;
            if (IsIn(context, named, i))
            {
                isNamed = true;
                score += terms[i].Weight;
            }
            else if (IsIn(context, around, i))
            {
                score += TitleCredit * terms[i].Weight;
            }
            else if (isOwn && terms[i].IsNumber)
            {
                // A year begins or ends what a line is about, and says little of the others.
                score += TitleCredit * terms[i].Weight;
            }
            else if (isOwn)
            {
                score += LineCredit * terms[i].Weight;
                narrowing.Add(i);
            }
            else if (terms[i].IsNumber)
            {
                // "Exit status 3" is not told by a list that has no 3.
                return null;
            }
        }

        return total <= 0 ? null : new Weighed(score / total, isNamed, narrowing);
    }

    private static bool IsIn(PlanContext context, double[] matches, int i) => matches[i] >= TermMatcher.Present && context.Ranking.Question.Terms[i].Stems.Count > 0;

    /// <summary>Words for documents, events and items say nothing of a section.</summary>
    private static bool IsSaidOfAnything(QuestionTerm term) =>
        FormPhrases.Default.Has("plain", term.Word.Folded) || FormPhrases.Default.Has("events", term.Word.Folded) || FormPhrases.Default.Has("documents", term.Word.Folded);

    /// <param name="Share">Of the subject's weight.</param>
    /// <param name="IsNamed">Whether a word of it stands in the section's name.</param>
    /// <param name="Narrowing">The terms that only lines have.</param>
    private sealed record Weighed(double Share, bool IsNamed, IReadOnlyList<int> Narrowing);

    private sealed record Found(IReadOnlyList<DocumentLine> Lines, double Score);
}
