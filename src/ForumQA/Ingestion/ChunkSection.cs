namespace ForumQA.Ingestion;

/// <summary>The sentences from a heading to the next one; the first section of a document may have no heading.</summary>
/// <param name="Path">The titles of its headings, outermost first.</param>
/// <param name="Level">The level of its own heading; 0 without one.</param>
/// <param name="Start">Its first sentence.</param>
/// <param name="End">The sentence after its last.</param>
/// <param name="Words">Its length, heading included.</param>
/// <param name="HasBody">Whether it holds more than its heading.</param>
internal sealed record ChunkSection(IReadOnlyList<string> Path, int Level, int Start, int End, double Words, bool HasBody)
{
    public static List<ChunkSection> Of(Document document, List<ChunkSentence> sentences)
    {
        var sections = new List<ChunkSection>();
        var path = new List<DocumentHeading>();
        var start = 0;
        for (var i = 1; i <= sentences.Count; i++)
        {
            if (i < sentences.Count && (!sentences[i].IsHeading || sentences[i].Heading == sentences[i - 1].Heading))
            {
                continue;
            }

            var level = 0;
            if (sentences[start].IsHeading)
            {
                var heading = document.Headings[sentences[start].Heading];
                level = heading.Level;
                path.RemoveAll(h => h.Level >= level);
                path.Add(heading);
            }

            var own = sentences[start..i];
            sections.Add(new ChunkSection([.. path.Select(h => h.Title)], level, start, i, own.Sum(s => s.Words), own.Exists(s => !s.IsHeading)));
            start = i;
        }

        return sections;
    }

    /// <summary>Sections that may share passages, as ranges of sentences. Only neighbours decide, so that an edit has no effect far away.</summary>
    public static IEnumerable<Range> Runs(List<ChunkSection> sections, ChunkingOptions options)
    {
        var first = 0;
        for (var i = 0; i < sections.Count; i++)
        {
            if (i + 1 == sections.Count || !Joins(sections, i, options))
            {
                yield return sections[first].Start..sections[i].End;
                first = i + 1;
            }
        }
    }

    /// <summary>The headings that all sections of a passage have in common; those without a body do not count.</summary>
    public static IEnumerable<string> CommonPath(List<ChunkSection> sections, List<ChunkSentence> sentences, PassageCut cut)
    {
        IEnumerable<string>? common = null;
        for (var i = SectionOf(sections, cut.Start); i < sections.Count && sections[i].Start < cut.End; i++)
        {
            if (sections[i].HasBody && sentences[Math.Min(sections[i].End, cut.End) - 1] is { IsHeading: false })
            {
                common = common is null ? sections[i].Path : common.Zip(sections[i].Path).TakeWhile(p => p.First == p.Second).Select(p => p.First);
            }
        }

        return common ?? sections[SectionOf(sections, cut.Start)].Path;
    }

    /// <summary>The number of the section that holds the sentence.</summary>
    public static int SectionOf(List<ChunkSection> sections, int sentence)
    {
        int low = 0, high = sections.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sections[middle].Start <= sentence ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>A heading without text belongs to what follows; short sections join unless the next one leaves their chapter.</summary>
    private static bool Joins(List<ChunkSection> sections, int i, ChunkingOptions options)
    {
        var (section, next) = (sections[i], sections[i + 1]);
        return !section.HasBody
            || (i + 2 == sections.Count && !next.HasBody)
            || (section.Words < options.MinWords && next.Words < options.MinWords && next.Level >= section.Level);
    }
}
