using System.Globalization;
using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>Writes ordinal numbers as the documents write them: "the seventeenth forum" of a question is their "17th".</summary>
internal static class OrdinalSpelling
{
    /// <summary>After these a smaller one is a part of the number: "twenty-first".</summary>
    private static readonly string[] Tens = [.. Lexicon.InOrder("en", "tens")];

    /// <summary>So far they have one word that may stand behind one for tens.</summary>
    private const int LastUnit = 9;

    /// <summary>The text with digits in the place of words that the documents do not have, or that count an event.</summary>
    /// <param name="text">A message.</param>
    /// <param name="isWord">Whether the documents have a word.</param>
    public static string Of(string text, Func<string, bool> isWord)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(isWord);
        var words = MessageWord.Read(text);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (Read(words, i) is not { } ordinal)
            {
                continue;
            }

            var first = i - ordinal.Length + 1;
            var digits = Write(ordinal.Number);
            var countsEvent = i + 1 < words.Count && FollowUpWords.EventWords.Contains(words[i + 1].Text);
            if (isWord(digits) && (countsEvent || (ordinal.Number > LastUnit && !isWord(words[i].Text))))
            {
                text = text[..words[first].Start] + digits + text[words[i].End..];
            }

            i = first;
        }

        return text;
    }

    /// <summary>The ordinal number that ends with a word, and how many words it takes.</summary>
    private static (int Number, int Length)? Read(IReadOnlyList<MessageWord> words, int last)
    {
        var unit = OrdinalNumber.OfWord(words[last].Text);
        if (unit is > 0 and <= LastUnit)
        {
            var tens = last > 0 ? Array.IndexOf(Tens, words[last - 1].Text) : -1;
            return tens >= 0 ? (((tens + 2) * 10) + unit, 2) : (unit, 1);
        }

        return !char.IsAsciiDigit(words[last].Text[0]) && OrdinalNumber.Of(words[last].Text) is { } digits ? (int.Parse(digits, CultureInfo.InvariantCulture), 1) : null;
    }

    private static string Write(int number)
    {
        var ending = (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }
}
