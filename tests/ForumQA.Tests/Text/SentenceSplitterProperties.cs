using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Text;

public class SentenceSplitterProperties
{
    /// <summary>Pieces that the rules look at, so that random texts meet them often.</summary>
    internal static readonly Gen<string> Texts = Gen.Elements(
            " ", " ", " ", "\n", "\n\n", ".", ". ", "! ", "?", "…", "...", "。", "！", "」", "「", "”", "“", "\"", "(", ")", "[1]", ",", "5", "3.", "Dr.",
            "U.S.", "Co., Ltd.", "e.g.", "No.", "The", "China", "data", "für", "論壇", "と", "नमस्ते।", "؟", "\ud83d\ude00", "e\u0301", "\ud800", "\0", "- ", "a | b")
        .ListOf().Select(string.Concat);

    [Fact]
    public void Spans_are_in_order_trimmed_and_cover_all_that_is_not_white_space() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Covers(text, 0, text.Length)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_is_covered() =>
        Prop.ForAll<string?>(text => text is null || Covers(text, 0, text.Length)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_range_splits_like_its_text_alone() =>
        Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), Texts.ToArbitrary(), (before, text, after) =>
        {
            var alone = SentenceSplitter.Split(text).Select(s => new TextSpan(s.Start + before.Length, s.End + before.Length));
            return alone.SequenceEqual(SentenceSplitter.Split(before + text + after, before.Length, before.Length + text.Length));
        }).QuickCheckThrowOnFailure();

    private static bool Covers(string text, int start, int end)
    {
        var position = start;
        foreach (var sentence in SentenceSplitter.Split(text, start, end))
        {
            if (sentence.Start < position || !string.IsNullOrWhiteSpace(text[position..sentence.Start])
                || sentence.Length == 0 || sentence.Of(text).Trim().Length != sentence.Length)
            {
                return false;
            }

            position = sentence.End;
        }

        return string.IsNullOrWhiteSpace(text[position..end]);
    }
}
