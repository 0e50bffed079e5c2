using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Two or more things side by side, each by itself; what is missing on one side is said.</summary>
internal sealed class ComparisonPlan : IAnswerPlan
{
    private const int EachSide = 3;

    private const int MostSides = 5;

    /// <summary>From this share of a subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.5;

    /// <summary>From this share on, a side has something of what else is asked.</summary>
    private const double Touching = 0.3;

    /// <summary>From this cosine on, a sentence of somebody who is compared speaks of the subject in other words.</summary>
    private const double NearInMeaning = 0.65;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var sides = Sides(context);
        if (sides.Count < 2)
        {
            return null;
        }

        // What is said of all sides is said once.
        var common = sides.Select(side => side.Sentences).Aggregate((one, other) => [.. one.Intersect(other)]);
        var together = string.Join(" and ", sides.Select(side => side.Label));
        var missing = sides.Where(side => side.Sentences.Count == 0).Select(side => side.Label).ToList();
        return missing.Count == sides.Count ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Comparison,
            Lead = $"Side by side: {together}.",
            Sentences =
            [
                .. common.Select(sentence => new PlannedSentence(sentence, together)),
                .. sides.SelectMany(side => side.Sentences.Except(common).Select(sentence => new PlannedSentence(sentence, side.Label))),
            ],
            Doubt = missing.Count > 0 ? $"The documents have nothing to set against it for {string.Join(", ", missing)}." : null,
        };
    }

    private static List<Side> Sides(PlanContext context)
    {
        var scope = context.Scope;
        if (Retellings(context) is { Count: > 1 } retellings)
        {
            return retellings;
        }

        if (YearSides.Of(context) is { Count: > 1 } years)
        {
            return [.. years.Select(year => new Side(year.Label, year.Sentences))];
        }

        IReadOnlyList<MentionedName> names = scope.Events.Count > 1 ? scope.Events
            : scope.People.Count > 1 ? scope.People
            : scope.Organizations.Count > 1 ? scope.Organizations
            : [.. scope.People, .. scope.Organizations, .. scope.Events];
        return names.Count > 1
            ? [.. names.Select(name => new Side(Introduction.Label(name, names), OfName(context, name)))]
            : names.Count == 1 && !context.HasTopic ? ByDocument(context, names[0])
            : OfPhrases(context, ComparedPhrases.Read(context));
    }

    private static List<Side> OfPhrases(PlanContext context, IReadOnlyList<ComparedPhrase> phrases)
    {
        if (OfOneTable(context, phrases) is { Count: > 1 } rows)
        {
            return rows;
        }

        var described = phrases.Select(phrase => Described(context, [.. phrase.Terms, .. phrase.Shared])).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (phrases.Count != 2 || described.Count != 2)
        {
            var compared = phrases.SelectMany(phrase => phrase.Terms).ToHashSet();
            List<int> rest = [.. context.Topic.Where(i => !compared.Contains(i))];
            return [.. phrases.Select(phrase => new Side(phrase.Label, OfPhrase(context, phrase.Terms, rest)))];
        }

        var lines = described.ConvertAll(context.LineSource.Of);
        var (one, other) = ParallelLines.Differing(lines[0], lines[1]) ?? (Main(lines[0]), Main(lines[1]));
        return [new Side($"{phrases[0].Label}: {lines[0][0].Sentences[0].Document.Title}", one), new Side($"{phrases[1].Label}: {lines[1][0].Sentences[0].Document.Title}", other)];

        static IReadOnlyList<CorpusSentence> Main(IReadOnlyList<DocumentLine> lines) =>
            [.. Centrality.Choose([.. lines.SelectMany(line => line.Sentences)], 2 * EachSide).InDocumentOrder()];
    }

    /// <summary>The rows of one table, each of which is called what a side is: "Public" and "Partner" of a table of certificates; empty when no table has both.</summary>
    private static List<Side> OfOneTable(PlanContext context, IReadOnlyList<ComparedPhrase> phrases)
    {
        foreach (var table in context.Lines(context.NearDocuments).Where(line => context.LineSource.HeaderOf(line) is not null).GroupBy(line => context.LineSource.HeaderOf(line)!))
        {
            var rows = phrases.Select(phrase => table.FirstOrDefault(row => IsCalled(row, phrase))).OfType<DocumentLine>().Distinct().ToList();
            if (rows.Count > 1 && rows.Count == phrases.Count && IsAbout(rows, table.Key))
            {
                return [.. phrases.Zip(rows, (phrase, row) => new Side(phrase.Label, [.. context.LineSource.Quote([row]).Select(planned => planned.Sentence)]))];
            }
        }

        return [];

        // "How long is the wait for a full plot and a half plot?" is not told by what water costs for each.
        bool IsAbout(List<DocumentLine> rows, DocumentLine header)
        {
            var compared = phrases.SelectMany(phrase => phrase.Terms).ToHashSet();
            var rest = context.Topic.Where(i => !compared.Contains(i)).ToList();
            var told = context.Ranking.Matcher.Match(Text.Tokenizer.Tokenize($"{header.Heading} {header.Sentences[0].Document.Title} {header.Text} {string.Join(' ', rows.Select(row => row.Text))}"));
            return 2 * rest.Count(i => told[i] >= Retrieval.TermMatcher.Present) >= rest.Count;
        }

        // "Summer and winter opening": of the row "Winter (from November)" the heading says that it is about opening.
        bool IsCalled(DocumentLine row, ComparedPhrase phrase)
        {
            var name = context.Ranking.Matcher.Match(Text.Tokenizer.Tokenize(row.Term));
            var around = context.Ranking.Matcher.Match(Text.Tokenizer.Tokenize($"{row.Heading} {row.Sentences[0].Document.Title} {context.LineSource.HeaderOf(row)!.Text}"));
            return phrase.Terms.Any(i => name[i] >= Retrieval.TermMatcher.Present) && phrase.Terms.All(i => name[i] >= Retrieval.TermMatcher.Present || around[i] >= Retrieval.TermMatcher.Present);
        }
    }

    /// <summary>The one document that a phrase describes: "march incident"; null when none or several are.</summary>
    private static string? Described(PlanContext context, IReadOnlyCollection<int> terms)
    {
        var words = terms.Select(i => context.Ranking.Question.Terms[i]).Where(term => !term.Word.IsStopWord).Select(term => term.Word.Folded).ToArray();
        return words.Length > 1 && new DescribedDocuments(context.Snapshot, words, context.Form).FindByName() is { } id && context.LineSource.Of(id).Count > 0 ? id : null;
    }

    /// <summary>"The Gazette's report and the other one on the 17th": of an event that several documents tell of, one of which is by whom is named, each document is a side.</summary>
    private static List<Side> Retellings(PlanContext context)
    {
        if (context.Scope is not { Organizations: [var publisher], Events: [var @event] })
        {
            return [];
        }

        var documents = EventReader.DocumentsOf(context.Snapshot, @event).Select(context.Sentences.Of).Where(sentences => sentences.Count > 0).ToList();
        return documents.Exists(sentences => sentences[0].Document.Metadata.TryGetValue("source_publisher", out var by) && by.Contains(publisher.Name, StringComparison.OrdinalIgnoreCase))
            ? documents.ConvertAll(sentences => new Side(sentences[0].Document.Title, [.. Centrality.Choose(sentences, EachSide).InDocumentOrder()]))
            : [];
    }

    /// <summary>"Compare what he said at the two forums": of one name, each document that has it is a side.</summary>
    private static List<Side> ByDocument(PlanContext context, MentionedName name) =>
        [.. context.Sentences.Mentioning(name).GroupBy(sentence => sentence.Document.Id)
            .Take(MostSides).Select(document => new Side(document.First().Document.Title, [.. Centrality.Choose([.. document], EachSide).InDocumentOrder()]))];

    private static IReadOnlyList<CorpusSentence> OfName(PlanContext context, MentionedName name)
    {
        var documents = name.Kind == MentionKind.Event ? EventReader.DocumentsOf(context.Snapshot, name, withRetellings: false) : [];
        var all = documents.Count > 0 ? [.. documents.SelectMany(context.Sentences.Of)] : context.Sentences.Mentioning(name);
        var of = context.Scope.People.Concat(context.Scope.Organizations).ToList();
        if (name.Kind != MentionKind.Event && context.Scope.Documents.Count > 0 && all.Any(sentence => context.Scope.Documents.Contains(sentence.Document.Id)))
        {
            all = [.. all.Where(sentence => context.Scope.Documents.Contains(sentence.Document.Id))];
        }
        else if (name.Kind == MentionKind.Event && of.Count > 0)
        {
            // "Toshiba at the 16th and at the 17th": of each event, what is Toshiba's.
            var theirs = of.SelectMany(context.Sentences.Mentioning).ToHashSet();
            all = [.. all.Where(theirs.Contains)];
        }

        var relevant = context.HasTopic ? [.. all.Where(sentence => context.RelevanceOf(sentence) >= Relevant)] : all;
        var chosen = !context.HasTopic ? Centrality.Choose(relevant, EachSide)
            : relevant.Count > 0 ? Centrality.Choose(relevant, EachSide, context.RelevanceOf)

            // A side that has other words for the subject.
            : [.. context.Nearest.Of(all, NearInMeaning).Take(EachSide)];
        return [.. chosen.InDocumentOrder()];
    }

    private static IReadOnlyList<CorpusSentence> OfPhrase(PlanContext context, IReadOnlyCollection<int> terms, List<int> rest)
    {
        if (Entry(context, terms) is { Count: > 0 } entry)
        {
            return entry;
        }

        // "Backup promises, version 3 or version 4": there is a third version of other things.
        var found = context.Ranked(80).Where(sentence => context.RelevanceOf(sentence, terms) >= 0.7 && IsBy(context, sentence)).ToList();
        var most = rest.Count == 0 || found.Count == 0 ? 0 : found.Max(RestOf);
        return [.. found.Where(sentence => most < Touching || RestOf(sentence) >= most / 2).Take(EachSide).InDocumentOrder()];

        double RestOf(CorpusSentence sentence)
        {
            var title = context.Ranking.Matcher.Match(Text.Tokenizer.Tokenize(sentence.Document.Title));
            return Math.Max(context.RelevanceOf(sentence, rest), rest.Count(i => title[i] >= Retrieval.TermMatcher.Present) / (double)Math.Max(1, rest.Count));
        }
    }

    /// <summary>The lines under the heading that is the name of a side, or its row of a table: "Silver Eel" of a list of boats.</summary>
    private static IReadOnlyList<CorpusSentence> Entry(PlanContext context, IReadOnlyCollection<int> terms)
    {
        var names = terms.Where(i => context.Ranking.Question.Terms[i].IsName).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var lines = context.Lines(context.NearDocuments).ToList();
        var rows = lines.Where(line => line.Kind == LineKind.Row && Named(line.Term)).Take(1).ToList();
        if (rows.Count > 0)
        {
            return [.. context.LineSource.Quote(rows).Select(planned => planned.Sentence)];
        }

        var section = lines.GroupBy(line => line.Sentences[0].Document.Id).SelectMany(document => DocumentSection.Of([.. document])).FirstOrDefault(section => Named(section.Heading));
        return section is null ? [] : [.. section.Lines.SelectMany(line => line.Sentences).Take(2 * EachSide)];

        bool Named(string text)
        {
            var words = Text.Tokenizer.Tokenize(text).FindAll(word => !word.Word.IsStopWord);
            var found = context.Ranking.Matcher.Match(words);
            return words.Count > 0 && words.Count <= names.Count && names.TrueForAll(i => found[i] >= Retrieval.TermMatcher.Present);
        }
    }

    /// <summary>Whether it is somebody's who is asked about, where somebody is.</summary>
    private static bool IsBy(PlanContext context, CorpusSentence sentence)
    {
        var people = context.Scope.People;
        return people.Count == 0 || people.Any(person => context.Sentences.Mentioning(person).Contains(sentence));
    }

    private sealed record Side(string Label, IReadOnlyList<CorpusSentence> Sentences);
}
