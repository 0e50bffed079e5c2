using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Where the terms and grams of a question stand in a passage: all that its features are computed from, gathered in one pass.</summary>
internal sealed class PassageMatch
{
    public PassageMatch(Question question, CandidatePassage passage)
    {
        var terms = question.Searched;
        Passage = passage;
        TermCounts = new int[terms.Terms.Count];
        ExactCounts = new int[terms.Terms.Count];
        TermValues = new double[terms.Terms.Count];
        GramCounts = new int[terms.GramCount];
        SentenceValues = new double[passage.SentenceCount, terms.Terms.Count];
        SentenceGrams = new bool[passage.SentenceCount, terms.GramCount];
        OffersAnswer = new bool[passage.SentenceCount];
        for (var i = 0; i < passage.Tokens.Count; i++)
        {
            ReadTerm(question, i);
            foreach (var gram in passage.Tokens[i].Word.Grams)
            {
                ReadGram(terms.MatchGram(gram), passage.SentenceOf[i]);
            }
        }
    }

    public CandidatePassage Passage { get; }

    /// <summary>How often each term stands in the passage.</summary>
    public int[] TermCounts { get; }

    /// <summary>How often in the form of the question.</summary>
    public int[] ExactCounts { get; }

    /// <summary>The worth of each term's best match: 1 for the word itself.</summary>
    public double[] TermValues { get; }

    /// <summary>The same by sentence.</summary>
    public double[,] SentenceValues { get; }

    /// <summary>How often each gram stands in the passage.</summary>
    public int[] GramCounts { get; }

    /// <summary>Which grams stand in which sentence.</summary>
    public bool[,] SentenceGrams { get; }

    /// <summary>Which sentences have a word that could be the answer.</summary>
    public bool[] OffersAnswer { get; }

    /// <summary>The tokens that match a term, in the order of the text.</summary>
    public List<(int Token, int Term)> Hits { get; } = [];

    private void ReadTerm(Question question, int i)
    {
        var terms = question.Searched;
        var token = Passage.Tokens[i];
        var sentence = Passage.SentenceOf[i];
        var (term, value) = terms.Match(token.Word.Stem);
        if (term < 0)
        {
            Token? previous = i > 0 && Passage.SentenceOf[i - 1] == sentence ? Passage.Tokens[i - 1] : null;
            OffersAnswer[sentence] |= AnswerOffer.IsIn(token, previous, question.Asked.Sign);
            return;
        }

        TermCounts[term]++;
        ExactCounts[term] += token.Word.Folded == terms.Terms[term].Word.Folded ? 1 : 0;
        TermValues[term] = Math.Max(TermValues[term], value);
        SentenceValues[sentence, term] = Math.Max(SentenceValues[sentence, term], value);
        Hits.Add((i, term));
    }

    private void ReadGram(int gram, int sentence)
    {
        if (gram >= 0)
        {
            GramCounts[gram]++;
            SentenceGrams[sentence, gram] = true;
        }
    }
}
