using ForumQA.Ingestion;
using ForumQA.Tests.Ingestion;
using ForumQA.Text.Mentions;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Text.Mentions;

public sealed class MentionProperties
{
    private static readonly string[] Bits =
        ["Taro Shimada", ", vice president of Toshiba Co., Ltd.,", " said ", "Present: A. Müller, B. Chen (minutes)", "the 17th Beijing-Tokyo Forum", "December 1st, 2020", " 15% of GDP",
         "- one", "\n", "\n\n", "First, ", "such as a, b and c", ":", "Dr. ", "“", "李松", "データ", "\ud83d\ude00", "o\u0301", "X is a ", "five reasons", "The first reason is ", ".", " ", "(WHO)", "…", "|"];

    private static readonly Arbitrary<Document> Documents = Gen.OneOf(SampleDocuments.Any, Collage).ToArbitrary();

    private static Gen<Document> Collage =>
        from count in Gen.Choose(0, 40)
        from bits in Gen.Elements(Bits).ListOf(count)
        select DocumentAssembler.Assemble("a.txt", "a.txt", new SourceContent { Blocks = [new Block(string.Concat(bits))] });

    [Fact]
    public void Every_mention_stands_in_its_sentence_and_the_sentence_in_the_text() =>
        Prop.ForAll(Documents, document => MentionReader.Read(document).All(name => IsSound(document.Text, name))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("seeds", "*.md")]
    [InlineData("docs", "*.md")]
    public async Task Every_mention_of_a_real_document_is_sound(string folder, string pattern)
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Path(folder), pattern))
        {
            var document = await Reading.ReadAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path));

            Assert.All(MentionReader.Read(document), name => Assert.True(IsSound(document.Text, name), $"{path}: {name}"));
        }
    }

    private static bool IsSound(string text, DocumentName name) =>
        name.Places.Count > 0 && name.Name.Length > 0 && name.Key.Length > 0
        && name.Places.All(place => 0 <= place.SentenceStart && place.SentenceStart <= place.Start && place.Start < place.End && place.End <= place.SentenceEnd && place.SentenceEnd <= text.Length
            && (name.Kind == MentionKind.Person || name.Name == text[place.Start..place.End] || name.Aliases.Contains(text[place.Start..place.End])));
}
