using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>The main points of a document, an event, a person, an organisation, a subject or the whole corpus.</summary>
internal sealed class SummaryPlan : IAnswerPlan
{
    private const int Usual = 6;

    private const int FewSentences = 2;

    /// <summary>A short summary still says more than one thing.</summary>
    private const int FewestOfSummary = 3;

    /// <summary>From so many headings on, each sentence of a summary stands under its own.</summary>
    private const int FewestHeadings = 3;

    /// <summary>"For" stands so many words before the one for whom it is, at most.</summary>
    private const int ForWhomReach = 3;

    private const string HeadingBreak = " › ";

    private const double TitleWeight = 3;

    /// <summary>With fewer sentences a word of the question narrows no document.</summary>
    private const int FewestRelevant = 5;

    private const double RelevantWeight = 2;

    /// <summary>A section with so many sentences tells what was said; with fewer it names who spoke.</summary>
    private const int FewestOfTalk = 4;

    /// <summary>A document of many sections gets a sentence for each of up to so many.</summary>
    private const int Longest = 9;

    /// <summary>From this share of a subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.6;

    /// <summary>From this share of the subject's weight on, a document that the question names comes near enough.</summary>
    private const double LeastOfNearest = 0.5;

    /// <summary>The same of a document that it does not name, whose name has to have the words.</summary>
    private const double LeastInName = 0.75;

    /// <summary>What a word is worth that stands in a document's text and not in its name.</summary>
    private const double InText = 0.7;

    /// <summary>Documents that a summary of the whole corpus takes a sentence or two from.</summary>
    private const int MostDocuments = 12;

    public PlannedAnswer? Answer(PlanContext context) => OfNamed(context) ?? OfNearest(context);

    /// <summary>What the question names; null when it names nothing that there is.</summary>
    private static PlannedAnswer? OfNamed(PlanContext context)
    {
        var scope = context.Scope;
        var asksForADocument = scope.Documents.Count > 0 && context.Ranking.Question.Words.Any(word => FormPhrases.Default.Has("documents", word.Word.Folded));
        if (scope.People.Count + scope.Organizations.Count > 0 && !asksForADocument)
        {
            return TalkOf(context) is { Count: > 0 } talk ? Of(context, talk, byDocument: false) : OfNames(context, [.. scope.People, .. scope.Organizations]);
        }

        if (scope.Documents.Count > 0)
        {
            // Of an event, what is about it; a retelling of the same would say it twice.
            var events = scope.Events.SelectMany(@event => EventReader.DocumentsOf(context.Snapshot, @event, withRetellings: false)).Distinct().ToList();
            var documents = events.Count > 0 ? events : scope.Documents;
            var sentences = documents.SelectMany(context.Sentences.Of).ToList();
            var topic = Narrowing(context, sentences);
            var relevant = topic.Count > 0 ? sentences.FindAll(sentence => context.RelevanceOf(sentence, topic) >= Relevant) : sentences;
            return relevant.Count >= FewestRelevant ? Of(context, relevant, documents.Count > 1)

                // "The treasurer's letter to the members": what has the word weighs more, and the rest is the letter too.
                : relevant.Count > 0 ? Of(context, sentences, documents.Count > 1, sentence => relevant.Contains(sentence) ? RelevantWeight : 1)
                : topic.TrueForAll(i => IsForWhom(context, i)) ? Of(context, sentences, documents.Count > 1)
                : null;
        }

        return scope.Events.Count > 0 ? OfNames(context, scope.Events)
            : context.HasTopic ? OfTopic(context)
            : OfCorpus(context);
    }

    /// <summary>What of the subject narrows the documents: "the board meeting" of the minutes of the board does not.</summary>
    private static List<int> Narrowing(PlanContext context, List<CorpusSentence> sentences)
    {
        var titles = context.Ranking.Matcher.Match(sentences.Select(sentence => sentence.Document.Title).Distinct().SelectMany(title => Text.Tokenizer.Tokenize(title)));
        return [.. context.Topic.Where(i => titles[i] < Retrieval.TermMatcher.Present
            && context.Ranking.Question.Terms[i].Word.Folded is var word && !FormPhrases.Default.Has("events", word) && !FormPhrases.Default.Has("documents", word))];
    }

    /// <summary>"Summarise the talk by Ada Quill": the section that names its speaker at its head; empty when no talk is asked for or there is none.</summary>
    private static List<CorpusSentence> TalkOf(PlanContext context)
    {
        if (context.Scope.People is not [var speaker] || !context.Ranking.Question.Words.Any(word => FormPhrases.Default.Has("talks", word.Word.Folded)))
        {
            return [];
        }

        // A talk names its speaker at its head, and says "she" from then on.
        return context.Sentences.Mentioning(speaker).GroupBy(sentence => (sentence.Document.Id, sentence.Heading))
            .Select(section => (Named: section.ToHashSet(), All: context.Sentences.Of(section.Key.Id).Where(sentence => sentence.Heading == section.Key.Heading).ToList()))
            .Where(section => section.All.Count >= FewestOfTalk && !IsDialogue(context, section.All) && section.All.Take(2).Any(section.Named.Contains) && context.LineSource.Of(section.All[0]) is { Kind: LineKind.Text } && context.LineSource.Of(section.All[^1]) is { Kind: LineKind.Text })
            .OrderByDescending(section => section.Named.Count).ThenByDescending(section => section.All.Count)
            .Select(section => section.All).FirstOrDefault() ?? [];
    }

    /// <summary>Whether several people speak by turns, each line behind a name.</summary>
    private static bool IsDialogue(PlanContext context, List<CorpusSentence> sentences) =>
        sentences.Select(sentence => context.LineSource.Of(sentence)?.Term ?? "").Where(term => term.Length > 0).GroupBy(term => term, StringComparer.Ordinal).Any(turns => turns.Count() > 1);

    private static PlannedAnswer? OfNames(PlanContext context, IReadOnlyList<MentionedName> names)
    {
        var planned = new List<PlannedSentence>();
        foreach (var name in names)
        {
            var all = context.Sentences.Mentioning(name);
            var relevant = context.HasTopic ? [.. all.Where(sentence => context.RelevanceOf(sentence) >= Relevant)] : all;
            var introduction = context.HasTopic ? null : Introduction.Of(context, name);
            var points = Centrality.Choose([.. relevant.Where(sentence => sentence != introduction)], Count(context, names.Count) - (introduction is null ? 0 : 1))
                .InDocumentOrder();
            planned.AddRange((introduction is null ? points : points.Prepend(introduction))
                .Select(sentence => new PlannedSentence(sentence, names.Count > 1 ? Introduction.Label(name, names) : null)));
        }

        return planned.Count == 0 ? null : new PlannedAnswer { Kind = QuestionKind.Summary, Sentences = [.. planned.DistinctBy(item => (item.Sentence.Document.Id, item.Sentence.Sentence.Start))] };
    }

    /// <summary>"For a newcomer": for whom it is, not what it is about.</summary>
    private static bool IsForWhom(PlanContext context, int term)
    {
        var question = context.Ranking.Question;
        return question.Words.Where(word => word.Start < question.Terms[term].Token.Start).TakeLast(ForWhomReach).Any(word => word.Word.Folded is "for");
    }

    /// <summary>What all documents say of a subject.</summary>
    private static PlannedAnswer? OfTopic(PlanContext context)
    {
        var sentences = context.Ranked(60).Where(sentence => context.RelevanceOf(sentence) >= Relevant).ToList();
        if (Titled(context) is { } titled)
        {
            return Of(context, titled, byDocument: false);
        }

        var section = HeadedSection.Find(context);
        return sentences.Count == 0 && section.Count == 0 ? null
            : section.Count > 1 && sentences.All(sentence => sentence.Document.Id == section[0].Document.Id) ? Of(context, section, byDocument: false)
            : Of(context, sentences.Count > 0 ? sentences : section, byDocument: true, context.RelevanceOf);
    }

    /// <summary>"Backups" is "Backup policy": the document whose title is hardly more than the subject; null when there is none, or several.</summary>
    private static IReadOnlyList<CorpusSentence>? Titled(PlanContext context)
    {
        var found = context.NearDocuments.Select(context.Sentences.Of).Where(sentences => sentences.Count > 0 && IsTitle(sentences[0].Document.Title)).Take(2).ToList();
        return found is [var only] ? only : null;

        bool IsTitle(string title)
        {
            var words = Text.Tokenizer.Tokenize(title).FindAll(word => !word.Word.IsStopWord && !word.Word.HasDigit
                && !FormPhrases.Default.Has("documents", word.Word.Folded) && !FormPhrases.Default.Has("papers", word.Word.Folded) && !FormPhrases.Default.Has("described", word.Word.Folded));
            return words.Count > 0 && words.Count == context.Topic.Count && words.TrueForAll(word => context.Topic.Any(i => context.Ranking.Question.Terms[i].Word.Stem == word.Word.Stem));
        }
    }

    /// <summary>"The 2025 season" is what the season log of 2025 tells, though nobody calls it so: the document whose name has most of the subject, or of those that the question names the one that speaks of most of it, in doubt.</summary>
    private static PlannedAnswer? OfNearest(PlanContext context)
    {
        // A word that no document has may be another for what they speak of, or say how it is asked. Two of them ask for something else.
        var terms = context.Ranking.Question.Terms;
        var known = context.Topic.Where(i => !terms[i].IsAbsent && FormPhrases.Default.LabelOf(terms[i].Word.Folded) is null).ToList();
        var isNamed = context.Scope.Documents.Count > 0;
        if (context.Form.NamesASubject || context.Scope.People.Count > 0 || context.Topic.Count(i => terms[i].IsAbsent) > 1 || (known.Count == 0 && !isNamed))
        {
            return null;
        }

        var nearest = context.NearDocuments.Select(context.Sentences.Of).Where(sentences => sentences.Count > 0)
            .Select(sentences => (Sentences: sentences, Share: ShareOf(context, known, sentences, inText: isNamed ? InText : 0))).OrderByDescending(document => document.Share).FirstOrDefault();
        return nearest.Share < (isNamed ? LeastOfNearest : LeastInName) ? null
            : Of(context, nearest.Sentences, byDocument: false) with { Doubt = $"The documents do not speak of this by that name; this is what \"{nearest.Sentences[0].Document.Title}\" says, which comes nearest." };
    }

    /// <summary>The share of the weight of some terms that a document has: in its name in full, in its text for a part.</summary>
    private static double ShareOf(PlanContext context, List<int> known, IReadOnlyList<CorpusSentence> sentences, double inText)
    {
        var document = sentences[0].Document;
        var terms = context.Ranking.Question.Terms;
        var named = context.Ranking.Matcher.Match(Text.Tokenizer.Tokenize($"{document.Title} {Path.GetFileNameWithoutExtension(document.Id)}"));
        var told = sentences.Aggregate(new double[terms.Count], (union, sentence) => Retrieval.TermMatcher.Union(union, sentence.Sentence.Matches));
        return known.Count == 0 ? 1 : known.Sum(i => terms[i].Weight * Math.Max(named[i], inText * told[i])) / known.Sum(i => terms[i].Weight);
    }

    private static PlannedAnswer OfCorpus(PlanContext context)
    {
        var documents = context.Snapshot.Documents.List("", MostDocuments).Select(document => document.Id).Where(context.Sentences.Allows).ToList();
        var each = Math.Max(1, Math.Min(3, Count(context, 1) * 2 / Math.Max(1, documents.Count)));
        var planned = documents.SelectMany(id => Centrality.Choose(context.Sentences.Of(id), each).InDocumentOrder())
            .Select(sentence => new PlannedSentence(sentence, sentence.Document.Title)).ToList();
        return new PlannedAnswer { Kind = QuestionKind.Summary, Sentences = planned };
    }

    private static PlannedAnswer Of(PlanContext context, IReadOnlyList<CorpusSentence> sentences, bool byDocument, Func<CorpusSentence, double>? weight = null)
    {
        var sections = sentences.Select(sentence => (sentence.Document.Id, sentence.Heading)).Distinct().Count();
        if (weight is null && context.Count(Usual) <= FewSentences)
        {
            // A sentence or two say what the text is about, in the words of its title.
            weight = OfTitle;
        }

        var usual = weight is null ? Math.Clamp(sections, Usual, Longest) : Usual;
        var chosen = Centrality.Choose(sentences, Math.Max(context.Count(usual), context.Asked.Length == Conversation.AnswerLength.Shorter ? FewestOfSummary : 0), weight).InDocumentOrder().ToList();
        var headings = chosen.Select(sentence => sentence.Heading).Distinct(StringComparer.Ordinal).Count();
        var byHeading = !byDocument && headings >= FewestHeadings;
        var grouped = byDocument && chosen.Select(sentence => sentence.Document.Id).Distinct().Count() > 1;
        return new PlannedAnswer
        {
            Kind = QuestionKind.Summary,
            Sentences = [.. chosen.Select(sentence => new PlannedSentence(sentence, grouped ? sentence.Document.Title : byHeading ? Innermost(sentence) : null))],
        };
    }

    private static string? Innermost(CorpusSentence sentence) =>
        sentence.Heading.Split(HeadingBreak)[^1] is { Length: > 0 } heading && heading != sentence.Document.Title ? heading : null;

    private static double OfTitle(CorpusSentence sentence)
    {
        var title = Text.Tokenizer.Tokenize(sentence.Document.Title).Where(word => !word.Word.IsStopWord).Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        return 1 + (TitleWeight * title.Count(sentence.Sentence.Stems.Contains) / Math.Max(1, title.Count));
    }

    private static int Count(PlanContext context, int parts) => context.Count(Math.Max(2, Usual / parts));
}
