using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Names as the passages of an index use them. For one message; what was looked up is kept.</summary>
internal sealed class IndexedNames(IndexSnapshot snapshot) : INameKnowledge
{
    private const int PassagesRead = 12;

    private const int MostPassages = 20_000;

    private const int ShortestName = 2;

    /// <summary>As much text, in UTF-16 code units, as a name or a role may take.</summary>
    private const int LongestName = 60;

    /// <summary>A role stands within so many words behind a name.</summary>
    private const int RoleWithin = 4;

    // Of its places, so many must be written with a capital letter for a word to be a name.
    private const double LeastCapitalized = 0.8;

    private readonly Dictionary<string, IReadOnlyList<Passage>> _passages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseKind> _kinds = new(StringComparer.Ordinal);

    public bool IsWord(string word) => snapshot.Words.CountPassagesWith([Tokenizer.WordOf(word).Stem]).Count > 0;

    public string Respell(string text)
    {
        var respelled = text;
        foreach (var token in Tokenizer.Tokenize(text).AsEnumerable().Reverse())
        {
            // "Institute" is a part of many names, and an institute is none.
            if (!token.IsCapitalized && !FollowUpWords.IsCommonNoun(token.Word.Folded) && !token.Word.IsStopWord && !token.Word.IsIdeographic && token.Length >= ShortestName)
            {
                respelled = respelled[..token.Start] + SpellingOf(token.Word, text[token.Start..token.End]) + respelled[token.End..];
            }
        }

        return respelled;
    }

    public PhraseKind KindOf(string name)
    {
        if (!_kinds.TryGetValue(name, out var kind))
        {
            _kinds[name] = kind = Vote(name);
        }

        return kind;
    }

    public bool SpeakOf(string name, IReadOnlyCollection<string> stems)
    {
        var parts = Tokenizer.Tokenize(name).Select(token => token.Word.Stem).ToList();
        var needed = Math.Max(1, (stems.Count + 1) / 2);
        return stems.Count > 0 && PassagesWith(parts.Concat(stems)).Any(passage => SentenceSplitter.Split(passage.Text).Any(sentence =>
        {
            var words = Tokenizer.Tokenize(sentence.Of(passage.Text)).Select(token => token.Word.Stem).ToHashSet(StringComparer.Ordinal);
            return parts.All(words.Contains) && stems.Count(words.Contains) >= needed;
        }));
    }

    private string SpellingOf(Word word, string written)
    {
        if (_spellings.TryGetValue(word.Folded, out var known))
        {
            return known;
        }

        // What stands nearly everywhere is no name, and to look for it would cost the most.
        if (snapshot.Words.CountPassagesWith([word.Stem]).Values.FirstOrDefault() is 0 or > MostPassages)
        {
            return _spellings[word.Folded] = written;
        }

        // The first word of a sentence has a capital letter whatever it is.
        var places = PassagesWith([word.Stem]).SelectMany(passage => Tokenizer.Tokenize(passage.Text)
            .Where(token => token.Word.Folded == word.Folded && token.Start > 1 && passage.Text[token.Start - 1] is ' ' or '-' && passage.Text[token.Start - 2] is not ('.' or '?' or '!'))
            .Select(token => (Spelling: passage.Text[token.Start..token.End], token.IsCapitalized))).ToList();
        var capitalized = places.Where(place => place.IsCapitalized || place.Spelling.Any(char.IsUpper)).ToList();
        return _spellings[word.Folded] = capitalized.Count > 0 && capitalized.Count >= LeastCapitalized * places.Count
            ? capitalized.GroupBy(place => place.Spelling).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key
            : written;
    }

    private PhraseKind Vote(string name)
    {
        var words = name.Split(' ');
        var (person, organisation) = words.Length > 1 ? (2.0, 0.0) : (0.0, 0.5);
        foreach (var text in PassagesWith(Tokenizer.Tokenize(name).Select(token => token.Word.Stem)).Select(passage => passage.Text))
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
            {
                var before = text.AsSpan(0, at).TrimEnd();
                var after = text.AsSpan(at + name.Length);
                person += words.Length > 1 && (after.StartsWith(" of ", StringComparison.Ordinal) || FollowUpWords.PeopleCues.Contains(FirstWord(after))) ? 1 : 0;
                organisation += IsAffiliation(before) ? 1 : 0;
                person += words.Length == 1 && IsPartOfPerson(text, at, at + name.Length) ? 1 : 0;
            }
        }

        return person > organisation ? PhraseKind.Person : PhraseKind.Organisation;
    }

    private IReadOnlyList<Passage> PassagesWith(IEnumerable<string> stems)
    {
        var wanted = stems.Distinct(StringComparer.Ordinal).ToList();
        var key = string.Join(' ', wanted);
        if (!_passages.TryGetValue(key, out var passages))
        {
            var rows = snapshot.Words.Search(wanted, PassagesRead).Select(found => found.Row).ToList();
            _passages[key] = passages = [.. snapshot.Passages.Load(rows).Select(stored => stored.Passage)];
        }

        return passages;
    }

    /// <summary>"… at", "… vice president of", "Liu Song of": what stands before the name of an organisation.</summary>
    private static bool IsAffiliation(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith(" of", StringComparison.Ordinal))
        {
            return before.EndsWith(" at", StringComparison.Ordinal);
        }

        var holder = before[..^3];
        var word = holder[(holder.LastIndexOf(' ') + 1)..].ToString();
        return word.Length > 0 && (char.IsUpper(word[0]) || FollowUpWords.Roles.Contains(WordFolding.Fold(word)));
    }

    /// <summary>"Kamio" in "Fumihiko Kamio said" and "Fumihiko Kamio, director of": one of two names, behind which stands what people do or are.</summary>
    private static bool IsPartOfPerson(string text, int start, int end)
    {
        // "AI" is nobody's name.
        if (!IsNameWord(text, start, WordFolding.Fold(text.AsSpan(start, end - start))))
        {
            return false;
        }

        var words = MessageWord.Read(text[Math.Max(0, start - LongestName)..start]);
        var line = text.AsSpan(end);
        var isSecond = words.Count > 0 && start > 1 && text[start - 1] == ' ' && char.IsLetter(text[start - 2]) && IsNameWord(text, start - (words[^1].End - words[^1].Start) - 1, words[^1].Text);
        if (!isSecond)
        {
            // "Gao" in "Gao Bo writes".
            var next = MessageWord.Read(text[end..Math.Min(text.Length, end + LongestName)]);
            if (next.Count == 0 || next[0].Start != 1 || text[end] != ' ' || !IsNameWord(text, end + 1, next[0].Text))
            {
                return false;
            }

            line = text.AsSpan(end + next[0].End);
        }

        if (line.StartsWith(", ", StringComparison.Ordinal))
        {
            return MessageWord.Read(line[..Math.Min(line.Length, LongestName)].ToString()).Take(RoleWithin).Any(word => FollowUpWords.Roles.Contains(word.Text));
        }

        return FollowUpWords.PeopleCues.Contains(FirstWord(line));
    }

    private static bool IsNameWord(string text, int start, string folded) =>
        start >= 0 && start + 1 < text.Length && char.IsUpper(text[start]) && char.IsLower(text[start + 1]) && !StopWordList.Contains(folded) && !FollowUpWords.IsCommonNoun(folded);

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOf(' ');
        return (end < 0 ? trimmed : trimmed[..end]).ToString();
    }
}
