using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A sentence of a retrieved passage with what of the question stands in it.</summary>
/// <param name="Start">In its document's text, in UTF-16 code units.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Text">Its words, verbatim.</param>
/// <param name="Words">Its words; their offsets point into <paramref name="Text"/>.</param>
/// <param name="Matches">For each term of the question, 0 to 1.</param>
internal sealed record SentenceProfile(int Start, int End, string Text, List<Token> Words, double[] Matches)
{
    /// <summary>The stems of its words, stop words included.</summary>
    public HashSet<string> Stems { get; } = Words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A retrieved passage cut into sentences, with what of the question stands in each.</summary>
internal sealed class PassageProfile
{
    private PassageProfile(Evidence evidence, SentenceProfile[] sentences, double[] titleMatches, int questionTerms)
    {
        Evidence = evidence;
        Sentences = sentences;
        TitleMatches = titleMatches;
        Matches = sentences.Aggregate(new double[questionTerms], (union, sentence) => TermMatcher.Union(union, sentence.Matches));
    }

    public Evidence Evidence { get; }

    public IReadOnlyList<SentenceProfile> Sentences { get; }

    /// <summary>What of the question stands in any of its sentences.</summary>
    public double[] Matches { get; }

    /// <summary>What of the question stands in its document's title or its headings.</summary>
    public double[] TitleMatches { get; }

    public static PassageProfile Create(Evidence evidence, QuestionProfile question, TermMatcher matcher)
    {
        var passage = evidence.Passage;
        var sentences = Text.SentenceSplitter.Split(passage.Text)
            .Where(span => !IsHeading(passage, span.Of(passage.Text)))
            .Select(span =>
            {
                var text = passage.Text[span.Start..span.End];
                var words = Tokenizer.Tokenize(text);
                return new SentenceProfile(passage.Start + span.Start, passage.Start + span.End, text, words, matcher.Match(words));
            })
            .Where(sentence => sentence.Words.Count > 0);
        var title = Tokenizer.Tokenize($"{evidence.DocumentTitle.Replace('_', ' ')} {passage.Heading}").Where(word => !word.Word.IsStopWord);
        return new PassageProfile(evidence, [.. sentences], matcher.Match(title), question.Terms.Count);
    }

    /// <summary>What of the question stands in the sentence or one of its neighbours.</summary>
    public double[] MatchesAround(int sentence)
    {
        var union = Sentences[sentence].Matches;
        union = TermMatcher.Union(union, sentence > 0 ? Sentences[sentence - 1].Matches : null);
        return TermMatcher.Union(union, sentence + 1 < Sentences.Count ? Sentences[sentence + 1].Matches : null);
    }

    /// <summary>A heading's line is part of the text, but no sentence to quote.</summary>
    private static bool IsHeading(Passage passage, ReadOnlySpan<char> line)
    {
        if (passage.Heading is null)
        {
            return false;
        }

        foreach (var heading in passage.Heading.Split(" › "))
        {
            if (line.SequenceEqual(heading))
            {
                return true;
            }
        }

        return false;
    }
}
