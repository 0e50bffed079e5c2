using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>A sentence of a retrieved passage with what of the question stands in it.</summary>
/// <param name="Start">In its document's text, in UTF-16 code units.</param>
/// <param name="Read">The sentence.</param>
/// <param name="Matches">For each term of the question, 0 to 1.</param>
internal sealed record SentenceProfile(int Start, ReadSentence Read, double[] Matches)
{
    /// <summary>In its document's text, exclusive.</summary>
    public int End => Start + Text.Length;

    /// <summary>Its words, verbatim.</summary>
    public string Text => Read.Text;

    /// <summary>Its words; their offsets point into <see cref="Text"/>.</summary>
    public List<Token> Words => Read.Words;

    /// <summary>The stems of its words, stop words included.</summary>
    public HashSet<string> Stems => Read.Stems;
}

/// <summary>A retrieved passage cut into sentences, with what of the question stands in each.</summary>
internal sealed class PassageProfile
{
    private PassageProfile(Evidence evidence, ReadPassage read, SentenceProfile[] sentences, double[] titleMatches, int questionTerms)
    {
        Evidence = evidence;
        Read = read;
        Sentences = sentences;
        TitleMatches = titleMatches;
        Matches = sentences.Aggregate(new double[questionTerms], (union, sentence) => TermMatcher.Union(union, sentence.Matches));
    }

    public Evidence Evidence { get; }

    /// <summary>The passage with its headings.</summary>
    public ReadPassage Read { get; }

    public IReadOnlyList<SentenceProfile> Sentences { get; }

    /// <summary>What of the question stands in any of its sentences.</summary>
    public double[] Matches { get; }

    /// <summary>What of the question stands in its document's title or its headings.</summary>
    public double[] TitleMatches { get; }

    public static PassageProfile Create(Evidence evidence, Question question, TermMatcher matcher)
    {
        var read = ReadPassage.Of(evidence.Passage, evidence.DocumentTitle);
        var headings = read.HeadingWords.Concat(read.Sentences.Where(sentence => sentence.IsHeading).SelectMany(sentence => sentence.Words));
        var sentences = read.Sentences.Where(sentence => !sentence.IsHeading && sentence.Words.Count > 0)
            .Select(sentence => new SentenceProfile(evidence.Passage.Start + sentence.Span.Start, sentence, matcher.Match(sentence.Words)));
        return new PassageProfile(evidence, read, [.. sentences], matcher.Match([.. headings.Where(word => !word.Word.IsStopWord)]), question.Terms.Count);
    }

    /// <summary>What of the question stands in the sentence or one of its neighbours.</summary>
    public double[] MatchesAround(int sentence)
    {
        var union = Sentences[sentence].Matches;
        union = TermMatcher.Union(union, sentence > 0 ? Sentences[sentence - 1].Matches : null);
        return TermMatcher.Union(union, sentence + 1 < Sentences.Count ? Sentences[sentence + 1].Matches : null);
    }
}
