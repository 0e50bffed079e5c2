using System.Globalization;
using System.Text;

namespace ForumQA.Answering.Generation;

/// <summary>Estimates how many tokens a language model reads a text as, without its tokenizer. Errs on the side of too many.</summary>
/// <remarks>
/// Models split text with different vocabularies of byte pairs; what they share: frequent English words are one token, longer words about
/// one for four letters, digits and punctuation marks up to one each, and scripts that the vocabulary was learned from little are split
/// down to characters or bytes. A token holds at least one byte of UTF-8, so that three for a character of such a script is never too few.
/// Counted here: of Latin words a token for every four letters begun and one for each letter that is not ASCII; of other scripts the
/// weights below; every digit, mark and line break one.
/// </remarks>
internal static class TokenEstimator
{
    /// <summary>What a message costs beside its text: its role and the marks around it. OpenAI's formats take 3 to 4, those of others up to twice that.</summary>
    public const int PerMessage = 8;

    private const double Ascii = 0.25;

    // Vocabularies of before 2023 split kana and rarer Chinese characters in two; for frequent ones 1 would do.
    private const double Ideograph = 1.5;

    /// <summary>The estimate; 0 for an empty text.</summary>
    public static int Estimate(ReadOnlySpan<char> text)
    {
        var tokens = 0;
        var word = 0.0;
        var afterSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var weight = WeightInWord(rune);
            if (weight > 0)
            {
                word += weight;
                afterSpace = false;
                continue;
            }

            tokens += (int)Math.Ceiling(word);
            word = 0;

            // A space belongs to the word after it, but not to a number and not to another space.
            if (rune.Value == ' ')
            {
                tokens += afterSpace ? 1 : 0;
                afterSpace = true;
                continue;
            }

            tokens += (afterSpace && Rune.IsDigit(rune) ? 1 : 0) + (rune.IsAscii ? 1 : rune.Utf8SequenceLength);
            afterSpace = false;
        }

        return tokens + (int)Math.Ceiling(word);
    }

    /// <summary>Tokens that a letter adds to its word; 0 for what is no letter.</summary>
    private static double WeightInWord(Rune rune) => rune.Value switch
    {
        _ when rune.IsAscii => char.IsAsciiLetter((char)rune.Value) ? Ascii : 0,
        _ when Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) => 0,
        < 0x0250 => 1 + Ascii, // Latin with diacritics: splits the word
        >= 0x0370 and < 0x0400 => 1, // Greek
        >= 0x0400 and < 0x0530 => 0.6, // Cyrillic
        >= 0x0590 and < 0x0700 => 1, // Hebrew, Arabic
        >= 0x0900 and < 0x0e00 => 1.5, // the scripts of India
        >= 0x0e00 and < 0x0e80 => 1.5, // Thai
        >= 0x3040 and < 0xa000 => Ideograph, // kana, Chinese characters
        >= 0xac00 and < 0xd7b0 => Ideograph, // Hangul
        _ => rune.Utf8SequenceLength,
    };
}
