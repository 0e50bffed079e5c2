using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>A question that can be searched for on its own: the one asked, with what it leaves to the conversation.</summary>
/// <param name="Asked">The question as asked.</param>
/// <param name="Carried">Words of earlier turns it rests on, in their order; empty when it stands alone. They weigh less than its own.</param>
internal sealed record StandaloneQuestion(string Asked, IReadOnlyList<string> Carried)
{
    private const int MostCarried = 8;

    private static readonly HashSet<string> Pronouns = Words(
        "he she it they him her them his hers its their theirs this that these those there one ones same such er sie ihn ihm ihr el ella ellos ellas su sus он она они его ее их");

    private static readonly HashSet<string> Persons = Words("he she him her his hers er ihn ihm el ella он она его ее");

    private static readonly HashSet<string> Openings = Words("and but also or so then und aber y pero и а но");

    /// <summary>The question as a language model completed it; null when none did.</summary>
    public string? Rewritten { get; init; }

    /// <summary>The question as completed by a model, or with the carried words behind it.</summary>
    public string Text => Rewritten ?? (Carried.Count == 0 ? Asked : $"{Asked.TrimEnd()} ({string.Join(' ', Carried)})");

    /// <summary>How much of <see cref="Text"/> was asked now, in UTF-16 code units; what follows was carried over.</summary>
    public int OwnLength => Rewritten?.Length ?? Asked.TrimEnd().Length;

    /// <summary>Completes the question of a request from its history.</summary>
    public static StandaloneQuestion From(AnswerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        StandaloneQuestion? before = null;
        string? answer = null;
        foreach (var turn in request.History)
        {
            before = Complete(turn.Question, before, answer);
            answer = turn.Answer;
        }

        return Complete(request.Question, before, answer);
    }

    private static StandaloneQuestion Complete(string question, StandaloneQuestion? before, string? answer)
    {
        var words = Tokenizer.Tokenize(question);
        if (before is null || !LeansOnConversation(question, words))
        {
            return new StandaloneQuestion(question, []);
        }

        var own = words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        var earlier = Content(before.Asked).Concat(before.Carried.SelectMany(Content)).ToList();
        var hasOwnName = words.Skip(1).Any(word => word.IsCapitalized && !word.Word.IsStopWord);
        var hasPronoun = words.Any(word => Pronouns.Contains(word.Word.Folded));
        var asksForPerson = words.Any(word => Persons.Contains(word.Word.Folded));
        var names = earlier.Where(item => item.IsName).ToList();

        // "And what did Japan say?": the new name takes the place of the old one; the subject stays.
        var carried = hasOwnName && !hasPronoun ? earlier.Where(item => !item.IsName) : earlier;

        // "Who is he?": the person was named in the answer, unless the question had a name.
        if (answer is not null && (asksForPerson || (hasPronoun && names.Count == 0)))
        {
            carried = FirstName(answer).Concat(carried);
        }

        return new StandaloneQuestion(
            question,
            [.. carried.Where(item => !own.Contains(item.Stem)).DistinctBy(item => item.Stem).Take(MostCarried).Select(item => item.Text)]);
    }

    /// <summary>Whether a question cannot be understood without the turns before it.</summary>
    private static bool LeansOnConversation(string question, List<Token> words)
    {
        var content = words.Where(word => !word.Word.IsStopWord).ToList();
        if (words.Count == 0 || content.Count == 0 || Openings.Contains(words[0].Word.Folded))
        {
            return words.Count > 0;
        }

        // "What about Huawei?", "Why Japan?": one subject and nothing said of it.
        if (content.Count == 1 && words.Count <= 4 && !question.Contains(" is ", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A pronoun whose name stands before it in the same question needs no other.
        var pronoun = words.FindIndex(word => Pronouns.Contains(word.Word.Folded));
        return pronoun >= 0 && !words.Take(pronoun).Skip(1).Any(word => word.IsCapitalized && !word.Word.IsStopWord);
    }

    private static IEnumerable<(string Text, string Stem, bool IsName)> Content(string text) =>
        Tokenizer.Tokenize(text)
            .Where(word => !word.Word.IsStopWord)
            .Select(word => (text[word.Start..word.End], word.Word.Stem, word.IsCapitalized && word.Start > 0));

    /// <summary>The first run of at least two capitalised words of an answer, else its first capitalised word.</summary>
    private static IEnumerable<(string Text, string Stem, bool IsName)> FirstName(string answer)
    {
        var runs = new List<List<Token>>();
        foreach (var word in Tokenizer.Tokenize(answer).Where(word => word.IsCapitalized && !word.Word.IsStopWord))
        {
            if (runs.Count > 0 && word.Start - runs[^1][^1].End == 1)
            {
                runs[^1].Add(word);
            }
            else
            {
                runs.Add([word]);
            }
        }

        return (runs.Find(run => run.Count > 1) ?? runs.FirstOrDefault() ?? []).Select(word => (answer[word.Start..word.End], word.Word.Stem, true));
    }

    private static HashSet<string> Words(string words) => words.Split(' ').Select(word => WordFolding.Fold(word)).ToHashSet(StringComparer.Ordinal);
}
