using ForumQA.Retrieval;
using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Retrieval;

public sealed class ReadPassageTests
{
    private const string Title = "Lindale";

    [Fact]
    public void Has_the_words_of_each_sentence_as_if_it_were_read_alone()
    {
        // What is made of blanks, marks and letters of several scripts finds more than strings at random.
        var texts = Gen.Elements("Data flow", ". ", "! ", "\n", "\n\n", "Dr. Xu", "数据流动。", "\u0301", "é", "3.5", "e.g.", " ", "\ud83d\ude00", "да", "؟", "日本", "_", "\u200d")
            .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(texts, text => ReadPassage.Of(PassageOf(text), Title).Sentences
            .All(sentence => AsRead(sentence.Words).SequenceEqual(AsRead(Tokenizer.Tokenize(sentence.Text))) && sentence.Text == text[sentence.Span.Start..sentence.Span.End])).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => ReadPassage.Of(PassageOf(text.Get), Title).Sentences
            .All(sentence => AsRead(sentence.Words).SequenceEqual(AsRead(Tokenizer.Tokenize(sentence.Text))))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Is_read_once()
    {
        var passage = PassageOf("Data flow. Data grow.");

        Assert.Same(ReadPassage.Of(passage, Title), ReadPassage.Of(PassageOf(string.Concat("Data flow.", " Data grow.")), Title));
    }

    [Fact]
    public void Is_read_anew_where_another_title_or_heading_stands_above_the_same_words()
    {
        var passage = PassageOf("Harbour\n\nData flow.");
        var read = ReadPassage.Of(passage, Title);

        Assert.NotSame(read, ReadPassage.Of(passage, "Elsewhere"));
        Assert.Contains("harbour", ReadPassage.Of(passage with { Heading = "Harbour" }, Title).HeadingWords.Select(word => word.Word.Folded));
        Assert.Equal([true, false], read.Sentences.Select(sentence => sentence.IsHeading));
    }

    // A word is another object once the tokenizer has forgotten it, which other tests may make it do.
    private static IEnumerable<(int, int, string, string, bool)> AsRead(IEnumerable<Token> words) =>
        words.Select(word => (word.Start, word.Length, word.Word.Folded, word.Word.Stem, word.IsCapitalized));

    private static Passage PassageOf(string text) => new() { Id = "a#0", DocumentId = "a", Ordinal = 0, Start = 0, End = text.Length, Text = text };
}
