using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>What differs between two documents that say the same sort of things line by line, such as last year's notice and this year's.</summary>
internal static class ParallelLines
{
    /// <summary>Documents with fewer lines that say the same sort of thing are not alike.</summary>
    private const int FewestShared = 3;

    private const int MostLines = 10;

    /// <summary>The lines of each that the other has otherwise or not at all; null when the documents are not alike, or say the same.</summary>
    /// <param name="one">The lines of one document.</param>
    /// <param name="other">Those of the other.</param>
    public static (IReadOnlyList<CorpusSentence> One, IReadOnlyList<CorpusSentence> Other)? Differing(IReadOnlyList<DocumentLine> one, IReadOnlyList<DocumentLine> other)
    {
        var (ofOne, ofOther) = (Keyed(one), Keyed(other));
        var shared = ofOne.Keys.Where(ofOther.ContainsKey).ToList();
        var changed = shared.FindAll(key => ofOne[key].Text != ofOther[key].Text);
        if (shared.Count < FewestShared || changed.Count == 0 || !AreMostOf(one) || !AreMostOf(other))
        {
            return null;
        }

        return (Lines(ofOne), Lines(ofOther));

        // Two reports may begin with the same few labels.
        bool AreMostOf(IReadOnlyList<DocumentLine> lines) => 2 * shared.Count >= lines.Count;

        IReadOnlyList<CorpusSentence> Lines(Dictionary<string, DocumentLine> lines) =>
        [
            .. changed.Concat(lines.Keys.Where(key => !shared.Contains(key))).Take(MostLines).SelectMany(key => lines[key].Sentences).InDocumentOrder(),
        ];
    }

    /// <summary>Lines of lists and with labels, by what they are about: the label, else the words without numbers.</summary>
    private static Dictionary<string, DocumentLine> Keyed(IReadOnlyList<DocumentLine> lines) => lines
        .Where(line => line.Term.Length > 0 || line.Kind is LineKind.Bullet or LineKind.Step or LineKind.Row)
        .Select(line => (Key: string.Join(' ', Tokenizer.Tokenize(line.Term.Length > 0 ? line.Term : line.Text).Where(word => !word.Word.HasDigit).Select(word => word.Word.Folded)), Line: line))
        .Where(line => line.Key.Length > 0)
        .DistinctBy(line => line.Key)
        .ToDictionary(line => line.Key, line => line.Line, StringComparer.Ordinal);
}
