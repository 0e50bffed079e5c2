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
        var terms = context.Ranking.Question.Terms;
        var matcher = context.Ranking.Matcher;
        var name = Tokenizer.Tokenize(section.Name).FindAll(word => !word.Word.IsStopWord);
        var named = matcher.Match(name);
        var around = matcher.Match(Tokenizer.Tokenize(section.Around));
        var own = section.Lines.Select(line => matcher.Match(Tokenizer.Tokenize(line.Text))).ToList();
        double score = 0, total = 0;
        var isNamed = false;
        var narrowing = new List<int>();
        foreach (var i in context.Topic)
        {
            if (IsSaidOfAnything(terms[i]))
            {
                isNamed |= IsIn(named, i);
                continue;
            }

            total += terms[i].Weight;
            if (IsIn(named, i))
            {
                isNamed = true;
                score += terms[i].Weight;
            }
            else if (IsIn(around, i))
            {
                score += TitleCredit * terms[i].Weight;
            }
            else if (!own.Exists(line => IsIn(line, i)))
            {
                // "Exit status 3" is not told by a list that has no 3.
                if (terms[i].IsNumber)
                {
                    return null;
                }
            }
            else
            {
                // A year begins or ends what a line is about, and says little of the others.
                score += (terms[i].IsNumber ? TitleCredit : LineCredit) * terms[i].Weight;
                narrowing.Add(i);
            }
        }

        var others = Tokenizer.Tokenize(section.Heading).FindAll(word => !word.Word.IsStopWord).Count(word => !context.Ranking.Question.Words.Any(asked => asked.Word.Stem == word.Word.Stem) && Matched(word));

        // A question over its answer is put in other words than ours, and longer.
        var asked = name.Count - others;
        var isCovered = section.AsksItself ? score >= LeastCoveredByQuestion * total && asked > others : score >= LeastCovered * total && others <= MostOtherWords;
        if (!isNamed || total <= 0 || !isCovered)
        {
            return null;
        }

        // "At Central in July": of what stands under "July", what is at Central; numbers are as often the beginning of a range.
        var narrow = narrowing.Where(i => !terms[i].IsNumber).ToList();
        var lines = section.Lines.Where((_, at) => narrow.TrueForAll(i => IsIn(own[at], i))).ToList();
        lines = lines.Count > 0 ? lines : [.. section.Lines];
        return section.IsList || section.AsksItself || (lines.Count <= MostOfEntry && section.IsEntry) || (section.IsLine && others == 0 && context.Form.Kind == QuestionKind.List) ? new Found(section.AsksItself && !section.IsList ? [.. lines.Take(MostOfAnswer)] : lines, (score / total) - (0.05 * others)) : null;

        bool IsIn(double[] matches, int i) => matches[i] >= TermMatcher.Present && terms[i].Stems.Count > 0;

        bool Matched(Token word) => !context.Topic.Any(i => matcher.Places(i, [word]).Count > 0);
    }

    /// <summary>Words for documents, events and items say nothing of a section.</summary>
    private static bool IsSaidOfAnything(QuestionTerm term) =>
        FormPhrases.Default.Has("plain", term.Word.Folded) || FormPhrases.Default.Has("events", term.Word.Folded) || FormPhrases.Default.Has("documents", term.Word.Folded);

    private sealed record Found(IReadOnlyList<DocumentLine> Lines, double Score);
}
