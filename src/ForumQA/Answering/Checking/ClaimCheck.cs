using ForumQA.Answering.Verification;
using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>Checks the sentences of one text one after the other, in one state of the index. Not safe for many threads.</summary>
internal sealed class ClaimCheck(IndexSnapshot snapshot, Retriever retriever, CorpusFilter? filter, int passages)
{
    /// <summary>From this <see cref="Correspondence.Of"/> on a word stands in a quotation.</summary>
    private const double Found = 0.6;

    private readonly CitationBook _book = new();
    private readonly Dictionary<string, Document?> _documents = new(StringComparer.Ordinal);

    /// <summary>The last sentence that names something, which "it" and "they" may stand for.</summary>
    private Statement? _spokenOf;

    public async Task<CheckedClaim> RunAsync(TextClaim claim, string text, CancellationToken cancellationToken)
    {
        var result = new CheckedClaim { Text = text, Start = claim.Span.Start, End = claim.Span.End, Kind = claim.Kind, Verdict = ClaimVerdict.NothingToCheck };
        if (claim.Kind != ClaimKind.Statement)
        {
            return result;
        }

        var read = Claim.Of(claim.Words);
        var before = IsOpen(read.Whole) ? _spokenOf : null;
        var search = before is null ? claim.Words : $"{claim.Words} {before.Text}";
        var retrieved = await retriever.RetrieveAsync(snapshot, retriever.Read(snapshot, search, claim.Words.Length), filter, passages, cancellationToken).ConfigureAwait(false);
        var supplied = Supply(retrieved.Evidence, before);
        _spokenOf = read.Whole.Names.Count > 0 || _spokenOf is null ? read.Whole : _spokenOf;

        var sentence = new AnswerVerifier(supplied).Verify(new MarkedSentence(claim.Words, []));
        var isSupported = sentence.Support == Support.Supported && SaysAll(read.Whole, sentence.Citations);
        var found = ConflictFinder.Find(read, [.. supplied.Select(passage => new SuppliedText(passage))]);
        IReadOnlyList<Conflict> conflicts = [.. found.Where(conflict => !isSupported || IsNearer(conflict, sentence.Citations, read.Whole)).Select(Cite)];
        var verdict = conflicts.Count > 0 ? ClaimVerdict.Contradicted
            : isSupported ? ClaimVerdict.Supported
            : sentence.Support != Support.Unsupported && SpeaksOf(read.Whole, sentence.Citations) ? ClaimVerdict.Partial
            : ClaimVerdict.NotFound;
        return result with
        {
            Verdict = verdict,
            Citations = verdict is ClaimVerdict.NotFound or ClaimVerdict.Contradicted ? [] : [.. sentence.Citations.Select(citation => _book.Take(citation) with { Corrected = false })],
            Conflicts = conflicts,
            UnmatchedTerms = verdict is ClaimVerdict.Partial or ClaimVerdict.NotFound ? Unmatched(retrieved.Question, claim.Words.Length) : [],
        };
    }

    /// <summary>Whether a sentence needs the one before it to say of whom or what it speaks.</summary>
    private static bool IsOpen(Statement statement) => statement.HasPronoun && statement.Names.Count == 0;

    /// <summary>Whether quotations, or what they stand under, have every word of a claim that says something: "Rosa Klein built a mill" is not all said where she built an oven.</summary>
    private static bool SaysAll(Statement claim, IReadOnlyList<Citation> citations) =>
        Quoted(citations) is var quoted && claim.Content.All(word => quoted.CreditOf(word) >= Found || Correspondence.HasName(word, claim, quoted));

    private static Statement Quoted(IReadOnlyList<Citation> citations) =>
        Statement.Of(string.Join('\n', citations.Select(citation => $"{citation.DocumentTitle}\n{citation.Heading}\n{citation.Quotation}")));

    /// <summary>Whether quotations, or what they stand under, have at least half of what a claim names: one that speaks of others says no part of it.</summary>
    private static bool SpeaksOf(Statement claim, IReadOnlyList<Citation> citations)
    {
        var names = claim.Names.Concat(claim.Subject is { } subject ? [subject] : []).ToList();
        var quoted = Quoted(citations);
        return 2 * names.Count(name => Correspondence.HasName(name, claim, quoted) || quoted.CreditOf(name) > 0) >= names.Count;
    }

    /// <summary>Whether a sentence that denies a claim has more of its words than those that carry it: "cannot do without" is nearer to "can do without" than "cannot be parted from".</summary>
    private static bool IsNearer(FoundConflict conflict, IReadOnlyList<Citation> citations, Statement claim)
    {
        return conflict.Kind is ConflictKind.Negation && Shared(conflict.Source.Statement) > citations.Max(citation => Shared(Statement.Of(citation.Quotation)));

        int Shared(Statement source) => claim.Stems.Count(source.Stems.Contains);
    }

    private Conflict Cite(FoundConflict found) => new()
    {
        Kind = found.Kind,
        Claimed = found.Claimed,
        Stated = found.Stated,
        Citation = _book.Cite(_documents[found.Source.Passage.DocumentId]!, found.Source.Passage.Id, new TextSpan(found.Source.Start, found.Source.End)),
    };

    /// <summary>What stands in its document, and of a sentence with "it" or "they" only what speaks of what was spoken of.</summary>
    private List<SuppliedPassage> Supply(IReadOnlyList<Evidence> evidence, Statement? spokenOf)
    {
        var supplied = new List<SuppliedPassage>();
        foreach (var found in evidence)
        {
            if (!_documents.TryGetValue(found.Passage.DocumentId, out var document))
            {
                _documents[found.Passage.DocumentId] = document = snapshot.Documents.Find(found.Passage.DocumentId);
            }

            if (document is not null && found.Passage.StandsIn(document) && (spokenOf is null || Names(found, spokenOf)))
            {
                supplied.Add(new SuppliedPassage(supplied.Count + 1, document, [found.Passage]));
            }
        }

        return supplied;
    }

    private static bool Names(Evidence found, Statement spokenOf)
    {
        var text = Statement.Of($"{found.DocumentTitle}\n{found.Passage.Heading}\n{found.Passage.Text}");
        return spokenOf.Names.Count == 0
            ? spokenOf.Content.Any(word => text.Stems.Contains(word.Word.Stem))
            : spokenOf.Names.Any(name => Correspondence.HasName(name, spokenOf, text));
    }

    private static List<string> Unmatched(Question question, int length) =>
        [.. question.Terms.Where(term => term.IsAbsent && term.Token.Start < length).Select(term => question.Text[term.Token.Start..term.Token.End])];
}
