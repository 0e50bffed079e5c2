using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Checks every quotation against the stored text, whoever chose it.</summary>
/// <remarks>One that fails is dropped, and a sentence left without one is <see cref="Support.Unsupported"/>.</remarks>
internal sealed class CitationVerifier(Func<string, Document?> findDocument, Func<string, Passage?> findPassage)
{
    /// <summary>The sentences with the citations of what holds, numbered from 1 in the order of first use, and with their support.</summary>
    public IReadOnlyList<AnswerSentence> Verify(IReadOnlyList<QuotedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var documents = new Dictionary<string, Document?>(StringComparer.Ordinal);
        var passages = new Dictionary<string, Passage?>(StringComparer.Ordinal);
        var book = new CitationBook();
        return [.. sentences.Select(Verify)];

        AnswerSentence Verify(QuotedSentence sentence)
        {
            var citations = sentence.Quotations
                .Where(quotation => Holds(
                    quotation,
                    Once(documents, quotation.DocumentId, findDocument),
                    Once(passages, quotation.PassageId, findPassage)))
                .DistinctBy(quotation => (quotation.DocumentId, quotation.Start, quotation.End))
                .Select(quotation => book.Cite(documents[quotation.DocumentId]!, quotation.PassageId, new TextSpan(quotation.Start, quotation.End)))
                .ToList();
            var support = SupportJudge.Judge(sentence.Text, [.. citations.Select(citation => citation.Quotation)]);
            return new AnswerSentence(sentence.Text, citations, support) { Group = sentence.Group };
        }
    }

    /// <summary>Whether the words stand where it is said, in a passage of that document.</summary>
    private static bool Holds(QuotedSpan quotation, Document? document, Passage? passage) =>
        document is not null
        && passage is not null
        && passage.DocumentId == document.Id
        && quotation.Start >= passage.Start
        && quotation.End <= passage.End
        && quotation.End - quotation.Start == quotation.Text.Length
        && document.StandsAt(quotation.Text, quotation.Start);

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
