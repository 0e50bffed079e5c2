using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>Whether a word of a claim stands in a source, in another form perhaps.</summary>
internal static class Correspondence
{
    private const int FewestLetters = 4;
    private const double Similar = 0.7;

    /// <summary>What makes the name of a people or a plural of a name.</summary>
    private static readonly FrozenSet<string> Suffixes = Lexicon.Of("suffix of a name");

    /// <summary>How surely a word stands in a source: 1 in one of its forms, less for a synonym or a word that looks alike, 0 for none.</summary>
    public static double Of(Token word, Statement source)
    {
        if (source.Stems.Contains(Statement.StemOf(word)) || source.Folded.Contains(word.Word.Folded))
        {
            return 1;
        }

        if (SynonymMap.Default.Find([word.Word]).Any(synonym => synonym.All(part => source.Stems.Contains(part.Stem))))
        {
            return 0.9;
        }

        return word.Word.IsIdeographic || word.Word.HasDigit ? 0 : Similar * FindAlike(word.Word, source);
    }

    /// <summary>Whether a name stands in a source: itself, the people of a country, an inflection, an acronym for its words.</summary>
    public static bool HasName(Token name, Statement claim, Statement source) =>
        source.Stems.Contains(Statement.StemOf(name))
        || source.Folded.Contains(name.Word.Folded)
        || source.Words.Exists(other => other.IsCapitalized && !other.Word.IsStopWord && AreForms(name.Word.Folded, other.Word.Folded))
        || IsExpanded(name, claim, source)
        || IsAbbreviated(name, claim, source);

    private static double FindAlike(Word word, Statement source)
    {
        var best = 0.0;
        var grams = WordSimilarity.Trigrams(word.Folded);
        for (var i = 0; i < source.Content.Length && grams.Length > 0; i++)
        {
            var other = source.Content[i].Word;
            if (other.Folded.Length >= FewestLetters && other.Folded[0] == word.Folded[0] && !other.HasDigit)
            {
                best = Math.Max(best, WordSimilarity.Credit(grams, source.Grams[i]));
            }
        }

        return best;
    }

    private static bool AreForms(string a, string b)
    {
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
        {
            common++;
        }

        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (common < FewestLetters || longer.Length - common > 3)
        {
            return false;
        }

        return char.IsAscii(a[0])
            ? shorter.Length - common <= 1 && Suffixes.Contains(longer[common..]) && (shorter.Length == common || shorter[^1] is 'a' or 'e' or 'y' or 'o')
            : shorter.Length - common <= 3;
    }

    /// <summary>The claim says ASEAN, the source Association of Southeast Asian Nations.</summary>
    private static bool IsExpanded(Token name, Statement claim, Statement source)
    {
        var letters = claim.Text[name.Start..name.End];
        return letters.Length >= 2 && letters.All(char.IsUpper) && FindRun(letters, source) is not null;
    }

    /// <summary>The claim says World Trade Organization, the source WTO.</summary>
    private static bool IsAbbreviated(Token name, Statement claim, Statement source) => source.Words.Exists(other =>
        other.Length >= 2
        && source.Text[other.Start..other.End] is var letters
        && letters.All(char.IsUpper)
        && FindRun(letters, claim) is { } run
        && run.Start <= name.Start && name.End <= run.End);

    /// <summary>A run of words whose capitals, with or without those of small words between, are these letters.</summary>
    private static TextSpan? FindRun(string letters, Statement text)
    {
        for (var first = 0; first < text.Words.Count; first++)
        {
            if (text.Text[text.Words[first].Start] == letters[0] && FindEnd(letters, text, first) is { } last && last > first)
            {
                return new TextSpan(text.Words[first].Start, text.Words[last].End);
            }
        }

        return null;
    }

    /// <summary>The word in which the letters end, when each word from the given one on starts with the next letter; SouthEast may give two.</summary>
    private static int? FindEnd(ReadOnlySpan<char> letters, Statement text, int word)
    {
        if (letters.IsEmpty)
        {
            return word - 1;
        }

        if (word >= text.Words.Count)
        {
            return null;
        }

        var token = text.Words[word];
        if (text.Text[token.Start] != letters[0])
        {
            return token.Word.IsStopWord ? FindEnd(letters, text, word + 1) : null;
        }

        return FindEnd(letters[1..], text, word + 1)
            ?? (letters.Length > 1 && text.Text.AsSpan(token.Start + 1, token.Length - 1).Contains(char.ToLowerInvariant(letters[1])) ? FindEnd(letters[2..], text, word + 1) : null);
    }
}
