using ForumQA.Retrieval;

namespace ForumQA.Answering;

/// <summary>Sentences of a passage that follow each other and are quoted as one.</summary>
/// <param name="Chosen">The one for whose sake they are.</param>
/// <param name="First">The place of the first.</param>
/// <param name="Last">The place of the last.</param>
internal sealed record QuotedStretch(SentenceCandidate Chosen, int First, int Last)
{
    /// <summary>Whether it is the chosen sentence alone.</summary>
    public bool IsOneSentence => First == Last;

    /// <summary>The stretch as it stands in its passage.</summary>
    public QuotedSpan Span
    {
        get
        {
            var passage = Chosen.Passage.Evidence.Passage;
            var first = QuotedSpan.Of(Chosen.Passage, Chosen.Passage.Sentences[First]);
            var end = Chosen.Passage.Sentences[Last].End;
            return first with { End = end, Text = passage.Text[(first.Start - passage.Start)..(end - passage.Start)] };
        }
    }

    /// <summary>Whether a sentence is part of it, in whichever passage.</summary>
    public bool Has(SentenceCandidate candidate) => Has(candidate.Passage, candidate.Place);

    /// <summary>Whether the sentence of a passage in some place is part of it; passages overlap.</summary>
    public bool Has(PassageProfile passage, int place)
    {
        var sentence = passage.Sentences[place];
        return passage.Evidence.Passage.DocumentId == Chosen.Passage.Evidence.Passage.DocumentId
            && Chosen.Passage.Sentences[First].Start <= sentence.Start && sentence.End <= Chosen.Passage.Sentences[Last].End;
    }
}
