using ForumQA.Answering.Verification;
using ForumQA.Tests.Text;
using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering.Verification;

public sealed class MarkedSentenceReaderProperties
{
    private static readonly Gen<string> Answers = Gen.Elements(
            " ", " ", " ", "\n", "\n\n", ".", ". ", "! ", "?", "…", "。", "”", "“", "(", ")", "[1]", "[1, 2]", "【2】", "【1†source】", "[", "]", "5", "\n3. ", "Dr.",
            "U.S.", "e.g.", "The", "China", "data", "論壇", "\ud83d\ude00", "\ud800", "\n- ", "\n# ", "**", "*", "_", "`", "|", "> ", "<think>", "</think>", "<", "not", "_in_",
            "NOT_IN_DOCUMENTS", "NOT_IN", "Sources:", "Answer: ", "Data grow fast. ")
        .ListOf().Select(string.Concat);

    [Fact]
    public void How_an_answer_is_cut_into_chunks_changes_nothing() =>
        Prop.ForAll(Answers.ToArbitrary(), Gen.Choose(1, 7).ListOf().ToArbitrary(), (answer, lengths) =>
        {
            var whole = MarkedSentenceReaderTests.Read(answer);
            var cut = MarkedSentenceReaderTests.Read([.. Chunk(answer, [.. lengths])]);
            return whole.Text == cut.Text
                && whole.Reader.SaysNotInDocuments == cut.Reader.SaysNotInDocuments
                && whole.Reader.IsLooping == cut.Reader.IsLooping
                && Print(whole.Pieces).SequenceEqual(Print(cut.Pieces));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Plain_text_is_cut_as_the_splitter_cuts_it() =>
        Prop.ForAll(SentenceSplitterProperties.Texts.ToArbitrary(), text =>
        {
            // Without what is Markdown or a marker; a sentence said twice is handed out once.
            var plain = text.Replace("[1]", "").Replace("- ", " ").Replace("|", ",").Replace("3.", "3 ").Replace("5", "five");
            var expected = SentenceSplitter.Split(plain).Select(span => string.Join(' ', span.Of(plain).ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))
                .Where(sentence => sentence.Any(char.IsLetterOrDigit)).DistinctBy(Words).ToList();
            var read = MarkedSentenceReaderTests.Read(plain);
            return read.Reader.IsLooping || expected.SequenceEqual(read.Sentences.Select(sentence => sentence.Text).DistinctBy(Words));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Text_between_two_sentences_belongs_to_the_second() =>
        Prop.ForAll(SentenceSplitterProperties.Texts.ToArbitrary(), text =>
        {
            var written = "";
            var read = MarkedSentenceReaderTests.Read([.. Chunk(text, [3])]);
            foreach (var piece in read.Pieces)
            {
                if (piece is WrittenText { Text: var more })
                {
                    written += more;
                }
                else if (piece is MarkedSentence sentence)
                {
                    if (!Letters(written).EndsWith(Letters(sentence.Text), StringComparison.Ordinal))
                    {
                        return false;
                    }

                    written = "";
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void All_that_was_written_is_shown_once() =>
        Prop.ForAll(SentenceSplitterProperties.Texts.ToArbitrary(), text =>
        {
            var read = MarkedSentenceReaderTests.Read([.. Chunk(text, [2, 5])]);
            return read.Reader.IsLooping || read.Text == text;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string Words(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(word => word.Word.Folded));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    /// <summary>Text up to each sentence in one, since chunks may cut it anywhere.</summary>
    private static IEnumerable<string> Print(IEnumerable<AnswerPiece> pieces)
    {
        var written = "";
        foreach (var piece in pieces)
        {
            if (piece is MarkedSentence sentence)
            {
                yield return written;
                yield return $"{sentence.Text}|{string.Join(',', sentence.Markers)}";
                written = "";
            }
            else
            {
                written += ((WrittenText)piece).Text;
            }
        }

        yield return written;
    }

    private static IEnumerable<string> Chunk(string text, List<int> lengths)
    {
        for (int start = 0, i = 0; start < text.Length; i++)
        {
            var length = Math.Min(text.Length - start, lengths.Count == 0 ? 1 : lengths[i % lengths.Count]);
            yield return text.Substring(start, length);
            start += length;
        }
    }
}
