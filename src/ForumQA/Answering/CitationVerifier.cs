namespace ForumQA.Answering;

/// <summary>Checks every citation against the stored text, whoever composed the answer.</summary>
/// <remarks>A citation that fails is dropped, and a sentence left without one is <see cref="Support.Unsupported"/>.</remarks>
internal sealed class CitationVerifier(Func<string, Document?> findDocument, Func<string, Passage?> findPassage)
{
    /// <summary>The sentences with the citations that hold, numbered anew from 1 in the order of first use, and with their support.</summary>
    public IReadOnlyList<AnswerSentence> Verify(IReadOnlyList<AnswerSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var documents = new Dictionary<string, Document?>(StringComparer.Ordinal);
        var passages = new Dictionary<string, Passage?>(StringComparer.Ordinal);
        var numbers = new Dictionary<(string Document, int Start, int End), int>();
        return [.. sentences.Select(Verify)];

        AnswerSentence Verify(AnswerSentence sentence)
        {
            var valid = sentence.Citations
                .Where(citation => Holds(
                    citation,
                    Once(documents, citation.DocumentId, findDocument),
                    Once(passages, citation.PassageId, findPassage)))
                .DistinctBy(citation => (citation.DocumentId, citation.Start, citation.End))
                .Select(citation => Locate(citation, documents[citation.DocumentId]!))
                .Select(Number)
                .ToList();
            return sentence with { Citations = valid, Support = SupportJudge.Judge(sentence.Text, [.. valid.Select(citation => citation.Quotation)]) };
        }

        Citation Number(Citation citation)
        {
            var key = (citation.DocumentId, citation.Start, citation.End);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = numbers.Count + 1;
            }

            return citation with { Number = number };
        }
    }

    /// <summary>The quotation's own headings and page: a passage may span several.</summary>
    private static Citation Locate(Citation citation, Document document) =>
        citation with { Heading = document.FindHeadings(citation.Start), Page = document.FindPage(citation.Start) };

    /// <summary>Whether the words stand where the citation says, in a passage of that document.</summary>
    private static bool Holds(Citation citation, Document? document, Passage? passage) =>
        document is not null
        && passage is not null
        && passage.DocumentId == document.Id
        && citation.Start >= passage.Start
        && citation.End <= passage.End
        && citation.Start < citation.End
        && citation.End <= document.Text.Length
        && document.Text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quotation);

    private static T? Once<T>(Dictionary<string, T?> known, string id, Func<string, T?> find)
        where T : class
    {
        if (!known.TryGetValue(id, out var found))
        {
            known[id] = found = find(id);
        }

        return found;
    }
}
