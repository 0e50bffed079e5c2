using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Takes years for the sides of a comparison: each has the documents that say in their title, their file name or their opening that they are of it.</summary>
internal static class YearSides
{
    private const int EachSide = 3;

    /// <summary>From this share of the subject's weight on, a sentence speaks of it.</summary>
    private const double Relevant = 0.5;

    /// <summary>Documents of one year that are looked at.</summary>
    private const int MostOfYear = 4;

    /// <summary>A further sentence must have this share of the best one's relevance.</summary>
    private const double NearBest = 0.9;

    /// <summary>With more documents, their titles are not compared one by one.</summary>
    private const int MostDocuments = 2000;

    /// <summary>Among so many lines a document says of when it is.</summary>
    private const int OpeningLines = 3;

    /// <summary>The sides, in the order of the question: "the rules of 2023 and of 2025"; empty when fewer than two years are named or one has no document.</summary>
    /// <param name="context">The question and the index.</param>
    public static IReadOnlyList<(string Label, IReadOnlyList<CorpusSentence> Sentences)> Of(PlanContext context)
    {
        var years = context.Years;
        if (years.Count < 2 || context.Scope.Events.Count > 1)
        {
            return [];
        }

        var dated = context.Snapshot.Documents.Count() > MostDocuments ? [] : context.Snapshot.Documents.List().Where(document => years.Any(year => $"{document.Id} {document.Title}".Contains(year, StringComparison.Ordinal))).Select(document => document.Id);
        var asked = new AskedWords(context.Ranking.Question.Words, context.Form).Content;
        var documents = dated.Concat(context.NearDocuments).Distinct(StringComparer.Ordinal).Where(context.Sentences.Allows)
            .Select(id => (Id: id, Lines: context.LineSource.Of(id))).Where(document => document.Lines.Count > 0)
            .Select(document => (document.Lines, Asked: asked.Count(word => AskedWords.Has($"{document.Id.Replace('-', ' ').Replace('_', ' ')} {document.Lines[0].Sentences[0].Document.Title}", word)))).ToList();
        var of = years.Select(year => documents.Where(document => IsNamed(document.Lines, year)).ToList() is { Count: > 0 } named ? named
            : documents.Where(document => years.All(other => OpensWith(document.Lines, other) == (other == year))).ToList())

            // "The 2023 and the 2025 rules": of what a year has, what is called so.
            .Select(each => each.Where(document => document.Asked == each.Max(other => other.Asked)).Take(MostOfYear).ToList()).ToList();
        if (of is [[var one], [var other]] && !asked.Any(word => !years.Contains(word.Folded) && !IsOfName(one.Lines, word)) && ParallelLines.Differing(one.Lines, other.Lines) is { } differing)
        {
            return [(LabelOf(years[0], one.Lines), differing.One), (LabelOf(years[1], other.Lines), differing.Other)];
        }

        return of.Exists(each => each.Count == 0) ? [] : [.. years.Zip(of, (year, each) => ($"{year}: {string.Join(", ", each.Select(document => document.Lines[0].Sentences[0].Document.Title).Distinct(StringComparer.Ordinal))}", OfDocuments(context, [.. each.SelectMany(document => document.Lines)])))];
    }

    private static string LabelOf(string year, IReadOnlyList<DocumentLine> lines) => $"{year}: {lines[0].Sentences[0].Document.Title}";

    /// <summary>Whether a word says which document is meant, or asks for a change, and narrows nothing.</summary>
    private static bool IsOfName(IReadOnlyList<DocumentLine> lines, Word word) =>
        AskedWords.Has(lines[0].Sentences[0].Document.Title, word) || FormPhrases.Default.Has("documents", word.Folded) || FormPhrases.Default.Has("papers", word.Folded) || FormPhrases.Default.Has("changing", word.Folded);

    private static bool IsNamed(IReadOnlyList<DocumentLine> lines, string year) =>
        lines[0].Sentences[0].Document is var document && (document.Title.Contains(year, StringComparison.Ordinal) || document.Id.Contains(year, StringComparison.Ordinal));

    private static bool OpensWith(IReadOnlyList<DocumentLine> lines, string year) =>
        lines.Take(OpeningLines).Any(line => line.Heading == lines[0].Heading && line.Text.Contains(year, StringComparison.Ordinal));

    /// <summary>What documents say of the subject: the section that is named so, else the sentences and rows that have most of it.</summary>
    private static IReadOnlyList<CorpusSentence> OfDocuments(PlanContext context, IReadOnlyList<DocumentLine> lines)
    {
        var terms = context.Ranking.Question.Terms;
        var title = context.Ranking.Matcher.Match(Tokenizer.Tokenize(lines[0].Sentences[0].Document.Title));
        var topic = context.Topic.Where(i => !context.Years.Contains(terms[i].Word.Folded) && title[i] < TermMatcher.Present
            && !FormPhrases.Default.Has("documents", terms[i].Word.Folded) && !FormPhrases.Default.Has("changing", terms[i].Word.Folded)).ToList();
        var all = lines.SelectMany(line => line.Sentences).ToList();
        if (topic.Count == 0)
        {
            return [.. Centrality.Choose(all, EachSide).InDocumentOrder()];
        }

        var total = topic.Sum(i => terms[i].Weight);
        var best = all.Max(sentence => context.RelevanceOf(sentence, topic));
        var section = lines.GroupBy(line => line.Sentences[0].Document.Id).SelectMany(document => DocumentSection.Of([.. document])).MaxBy(section => Share(section.Name));
        var isNamed = section is not null && (Share(section.Name) >= Math.Max(Relevant, best) * total
            || (Share(section.Name) > 0 && section.Lines.SelectMany(line => line.Sentences).Any(sentence => context.RelevanceOf(sentence, topic) >= best)));
        return isNamed ? [.. section!.Lines.SelectMany(line => line.Sentences).Take(2 * EachSide)]
            : best < Relevant ? []
            : [.. all.Where(sentence => context.RelevanceOf(sentence, topic) >= NearBest * best).OrderByDescending(sentence => context.RelevanceOf(sentence, topic)).Take(EachSide).InDocumentOrder()];

        double Share(string name)
        {
            var named = context.Ranking.Matcher.Match(Tokenizer.Tokenize(name));
            return topic.Where(i => named[i] >= TermMatcher.Present).Sum(i => terms[i].Weight);
        }
    }
}
