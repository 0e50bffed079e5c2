using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Retrieval;

/// <summary>Reads a question: which words to search for, what else they may be called, and what was probably meant.</summary>
internal sealed class QuestionAnalyzer(SynonymMap synonyms, bool correctSpelling, Func<string, bool>? isWord = null)
{
    /// <summary>What a match of a synonym is worth beside the word asked for.</summary>
    private const double SynonymValue = 0.5;

    /// <summary>What another form of the same word is worth: "bought" where "buy" was asked.</summary>
    private const double FormValue = 0.95;

    /// <summary>What a word carried over from the conversation weighs beside one that was asked.</summary>
    private const double CarriedShare = 0.5;

    /// <summary>Questions are read to so many words; more would be a document.</summary>
    private const int LongestQuestion = 200;

    /// <param name="question">The question.</param>
    /// <param name="ownLength">How much of it was asked; what follows was carried over from the conversation.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="framing">The words that put the question; null to search for all.</param>
    public Question Analyze(string question, int ownLength, IndexSnapshot snapshot, Framing? framing = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(snapshot);
        var tokens = Tokenizer.Tokenize(question);
        if (tokens.Count > LongestQuestion)
        {
            tokens.RemoveRange(LongestQuestion, tokens.Count - LongestQuestion);
        }

        var frequencies = new TermFrequencies(snapshot);
        var misspelt = tokens.Select(token => (Token: token, Meant: CommonMisspellings.Find(token.Word)))
            .Where(pair => pair.Meant is not null && frequencies.CountOf(pair.Token.Word.Stem) == 0).ToDictionary(pair => pair.Token, pair => pair.Meant!);
        tokens = tokens.ConvertAll(token => misspelt.TryGetValue(token, out var meant) ? token with { Word = meant } : token);
        frequencies.Load(tokens.SelectMany(token => IrregularForms.Of(token.Word).Prepend(token.Word)).Select(word => word.Stem));
        var foreign = FindForeign(tokens, frequencies, snapshot);
        var reading = new Reading(question, tokens.Except(foreign).ToList(), frequencies);
        reading.Corrections.AddRange(misspelt.Select(pair => (pair.Key, pair.Value)));
        ReadTerms(question, reading, ownLength, framing, new Lazy<SpellingCorrector>(() => new SpellingCorrector(snapshot.Spellings.Load())));
        reading.AddPhrases(FindPhrases(question, tokens, snapshot));
        if (reading.Terms.Count == 0)
        {
            // "Who are you?": nothing else to go by.
            reading.AddStopWords();
        }

        return new Question(question, tokens, reading.Terms, frequencies.HighestWeight, ownLength, foreign)
        {
            CorrectedText = Correct(question, reading.Corrections),
            Corrections = [.. reading.Corrections.Select(correction =>
                new SpellingCorrection(question.Substring(correction.Token.Start, correction.Token.Length), correction.Word.Folded))],
        };
    }

    /// <summary>The words in scripts that no document uses; none when the question has no other word that is known.</summary>
    private static List<Token> FindForeign(List<Token> tokens, TermFrequencies frequencies, IndexSnapshot snapshot)
    {
        var absent = tokens.Select(token => WritingSystem.Of(token.Word.Folded)).OfType<WritingSystem>().Distinct()
            .Where(writing => !snapshot.Words.Uses(writing)).ToHashSet();
        return absent.Count > 0 && tokens.Exists(token => !token.Word.IsStopWord && frequencies.CountOf(token.Word.Stem) > 0)
            ? tokens.FindAll(token => WritingSystem.Of(token.Word.Folded) is { } writing && absent.Contains(writing))
            : [];
    }

    private void ReadTerms(string question, Reading reading, int ownLength, Framing? framing, Lazy<SpellingCorrector> corrector)
    {
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            var token = reading.Tokens[i];
            var share = token.Start >= ownLength ? CarriedShare : 1;
            var isName = NameMarks.IsName(question, reading.Tokens, i, reading.UsesCapitals);
            if (token.Word.IsStopWord || IsHalfOfWont(reading.Tokens, i) || reading.Has(token.Word.Stem))
            {
                continue;
            }

            var isKnown = reading.Frequencies.CountOf(token.Word.Stem) > 0;
            if (framing is not null && (framing.EvenIfKnown || !isKnown) && framing.Words.Contains(token.Word.Folded))
            {
                continue;
            }

            // A form that the documents have is enough: "buy" is asked, and they say "bought".
            var forms = isKnown ? [] : IrregularForms.Of(token.Word).Where(form => reading.Frequencies.CountOf(form.Stem) > 0).Select(form => (form, FormValue)).ToList();
            if (!isName && forms.Count > 0)
            {
                reading.Add(token.Word, isName, isKnown: true, forms, share);
                continue;
            }

            // "Bike" is asked, and the documents say "bicycle".
            var others = isKnown || isName ? [] : synonyms.Find([token.Word]).Where(words => words.Length == 1 && reading.Frequencies.CountOf(words[0].Stem) > 0).Select(words => (words[0], SynonymValue)).ToList();
            if (others.Count > 0)
            {
                reading.Add(token.Word, isName, isKnown: true, others, share);
                continue;
            }

            if (isKnown)
            {
                var alike = synonyms.Find([token.Word]).Where(words => words.Length == 1).Select(words => (words[0], SynonymValue));
                reading.Add(token.Word, isName, isKnown: true, alike.Prepend((token.Word, 1.0)), share);
                continue;
            }

            var isAnother = IsAnotherWord(token, isName);
            var corrections = correctSpelling ? corrector.Value.Correct(token.Word, isName, isName && IsBesideKnownName(question, reading, i)).Where(near => !isAnother || SpellingVariant.Are(token.Word.Folded, near.Word.Folded)).ToList() : [];
            if (corrections.Count > 0)
            {
                reading.Corrections.Add((token, corrections[0].Word));
            }

            if (corrections.Count == 0 || !corrections[0].Word.IsStopWord)
            {
                reading.Add(token.Word, isName, isKnown: false, corrections.Where(correction => !correction.Word.IsStopWord), share, isWord?.Invoke(token.Word.Folded));
            }
        }
    }

    /// <summary>Whether a word stands directly beside a name that the index has: "Liu" in "Liu Sung".</summary>
    private static bool IsBesideKnownName(string question, Reading reading, int i) =>
        (i > 0 && IsKnownName(question, reading, i - 1) && reading.Tokens[i].Start == reading.Tokens[i - 1].End + 1)
        || (i + 1 < reading.Tokens.Count && IsKnownName(question, reading, i + 1) && reading.Tokens[i + 1].Start == reading.Tokens[i].End + 1);

    private static bool IsKnownName(string question, Reading reading, int i) =>
        NameMarks.IsName(question, reading.Tokens, i, reading.UsesCapitals) && !reading.Tokens[i].Word.IsStopWord && reading.Frequencies.CountOf(reading.Tokens[i].Word.Stem) > 0;

    /// <summary>"Won" of "won't"; by itself it is a verb that says much.</summary>
    private static bool IsHalfOfWont(IReadOnlyList<Token> tokens, int i) => tokens[i].Word.Folded == "won"
        && i + 1 < tokens.Count && tokens[i + 1].Word.Folded == "t" && tokens[i + 1].Start == tokens[i].Start + tokens[i].Length + 1;

    /// <summary>Whether a word that no document has is no misspelling of one: "gold" does not mean "good".</summary>
    private bool IsAnotherWord(Token token, bool isName) => !isName && isWord?.Invoke(token.Word.Folded) == true;

    /// <summary>Other names for runs of words of the question: synonyms of several words, and acronyms that the index explains.</summary>
    private List<Word[]> FindPhrases(string question, List<Token> tokens, IndexSnapshot snapshot)
    {
        var phrases = new List<Word[]>();
        var runs = new List<string>();
        for (var length = 1; length <= Math.Max(synonyms.LongestEntry, 8); length++)
        {
            for (var start = 0; start + length <= tokens.Count; start++)
            {
                var run = tokens.GetRange(start, length).ConvertAll(token => token.Word);
                phrases.AddRange(synonyms.Find(run).Where(words => length > 1 || words.Length > 1));
                if (length > 1)
                {
                    runs.Add(string.Join(' ', run.Select(word => word.Folded)));
                }
            }
        }

        foreach (var token in tokens.Where(token => token.IsCapitalized && token.Length > 1 && char.IsUpper(question[token.Start + token.Length - 1])))
        {
            phrases.AddRange(snapshot.Acronyms.FindExpansions(question.Substring(token.Start, token.Length)).Select(ReadWords));
        }

        phrases.AddRange(snapshot.Acronyms.FindAcronyms(runs).Select(ReadWords));
        return phrases;
    }

    private static Word[] ReadWords(string text) => [.. Tokenizer.Tokenize(text).Select(token => token.Word)];

    private static string Correct(string question, List<(Token Token, Word Word)> corrections)
    {
        // From the end, so that places before stay right.
        foreach (var (token, word) in corrections.OrderByDescending(correction => correction.Token.Start))
        {
            question = string.Concat(question.AsSpan(0, token.Start), word.Folded, question.AsSpan(token.Start + token.Length));
        }

        return question;
    }

    /// <summary>A question while it is read.</summary>
    private sealed class Reading(string question, IReadOnlyList<Token> tokens, TermFrequencies frequencies)
    {
        private readonly HashSet<string> _stems = new(StringComparer.Ordinal);

        public IReadOnlyList<Token> Tokens { get; } = tokens;

        public TermFrequencies Frequencies { get; } = frequencies;

        public List<SearchTerm> Terms { get; } = [];

        public List<(Token Token, Word Word)> Corrections { get; } = [];

        public bool UsesCapitals { get; } = NameMarks.UsesCapitals(question, tokens);

        public bool Has(string stem) => _stems.Contains(stem);

        public void Add(Word word, bool isName, bool isKnown, IEnumerable<(Word Word, double Value)> alternatives, double share = 1, bool? isOrdinary = null)
        {
            var stems = alternatives
                .Where(alternative => Frequencies.CountOf(alternative.Word.Stem) > 0)
                .DistinctBy(alternative => alternative.Word.Stem)
                .Select(alternative => new WeightedStem(alternative.Word.Stem, alternative.Value, alternative.Word.Grams))
                .ToList();
            if (!_stems.Add(stems.Count > 0 ? stems[0].Stem : word.Stem))
            {
                return;
            }

            Terms.Add(new SearchTerm
            {
                Word = word,
                IsName = isName,
                IsKnown = isKnown,
                IsOrdinary = isOrdinary,
                Stems = stems,
                Weight = share * (stems.Count > 0 ? stems.Max(stem => Frequencies.WeightOf(stem.Stem)) : Frequencies.HighestWeight),
            });
        }

        public void AddStopWords()
        {
            foreach (var word in Tokens.Select(token => token.Word).Where(word => word.IsStopWord))
            {
                Add(word, isName: false, isKnown: true, [(word, 1.0)]);
            }
        }

        public void AddPhrases(IEnumerable<Word[]> phrases)
        {
            foreach (var word in phrases.SelectMany(words => words).Where(word => !word.IsStopWord && Frequencies.CountOf(word.Stem) > 0))
            {
                Add(word, isName: false, isKnown: true, [(word, 1.0)], SynonymValue);
            }
        }
    }
}
