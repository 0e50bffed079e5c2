namespace ForumQA.Ingestion;

/// <summary>Decides after which sentences passages end.</summary>
internal sealed class PassageCuts(List<ChunkSentence> sentences, List<ChunkSection> sections, ChunkingOptions options)
{
    /// <summary>Longer sentences are not repeated: they would fill the next passage.</summary>
    private const double OverlapShare = 1.0 / 3;

    /// <summary>The last passage needs room for the sentences it repeats.</summary>
    private const double RoomForOverlap = 0.85;

    private enum Rank
    {
        Section,
        Paragraph,
        Sentence,
        None,
    }

    public IEnumerable<PassageCut> Of(Range run)
    {
        var (start, stop) = (run.Start.Value, run.End.Value);
        var overlap = 0;
        while (start < stop)
        {
            var end = End(start - overlap, start, stop);
            yield return new PassageCut(start - overlap, end);
            overlap = end < stop ? Overlap(start, end) : 0;
            start = end;
        }
    }

    /// <summary>The best end of a passage whose own sentences begin at <paramref name="start"/>, after those it repeats.</summary>
    private int End(int from, int start, int stop)
    {
        var (lower, upper) = Window(from, stop);
        var words = Words(from, start);
        var best = (Rank: Rank.None, Choice: int.MaxValue, Distance: double.MaxValue, End: -1);
        var longest = -1;
        for (var end = start + 1; end <= stop; end++)
        {
            words += sentences[end - 1].Words;
            if (words > options.MaxWords && longest >= 0)
            {
                break;
            }

            // A heading belongs to what follows, unless headings alone fill the passage.
            if (sentences[end - 1].IsHeading && words > options.MaxWords && end - 1 > start)
            {
                return end - 1;
            }

            if (sentences[end - 1].IsHeading && end < stop)
            {
                continue;
            }

            if (end == stop && words <= options.MaxWords)
            {
                return stop;
            }

            longest = end;
            var rank = RankOf(end, words, lower, upper);
            var candidate = (rank, rank is Rank.Section ? 0 : sentences[end - 1].Choice, Math.Abs(words - options.TargetWords), end);
            best = rank < Rank.None && candidate.CompareTo(best) < 0 ? candidate : best;
        }

        return best.End >= 0 ? best.End : longest;
    }

    private Rank RankOf(int end, double words, double lower, double upper)
    {
        if (end < sentences.Count && sentences[end].IsHeading && words >= options.MinWords / 2.0)
        {
            return Rank.Section;
        }

        return words < lower || words > upper ? Rank.None
            : sentences[end - 1].EndsParagraph ? Rank.Paragraph
            : Rank.Sentence;
    }

    /// <summary>The admissible lengths. What is too long for one passage and too short for two full ones is halved.</summary>
    private (double Lower, double Upper) Window(int from, int stop)
    {
        var rest = 0.0;
        for (var i = from; i < stop && rest < options.MinWords + options.MaxWords; i++)
        {
            rest += sentences[i].Words;
        }

        return rest >= options.MinWords + options.MaxWords
            ? (options.MinWords, options.MaxWords)
            : (Math.Max(rest * 0.4, rest - (options.MaxWords * RoomForOverlap)), Math.Min(options.MaxWords, rest * 0.6));
    }

    /// <summary>How many sentences before <paramref name="end"/> the next passage repeats: of the same section, and short enough.</summary>
    private int Overlap(int start, int end)
    {
        var section = sections[ChunkSection.SectionOf(sections, end)];
        var words = 0.0;
        var count = 0;
        while (count < options.OverlapSentences && end - count - 1 >= Math.Max(start, section.Start))
        {
            var sentence = sentences[end - count - 1];
            words += sentence.Words;
            if (sentence.IsHeading || words > options.MaxWords * OverlapShare || words + sentences[end].Words > options.MaxWords)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private double Words(int start, int end)
    {
        var words = 0.0;
        for (var i = start; i < end; i++)
        {
            words += sentences[i].Words;
        }

        return words;
    }
}
