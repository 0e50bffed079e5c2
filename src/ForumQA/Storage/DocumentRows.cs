using ForumQA.Text.Mentions;

namespace ForumQA.Storage;

/// <summary>A document with all that the index keeps of it, read and ready to be written. Made on any thread, so that a transaction has nothing left to do but write.</summary>
/// <param name="Document">The document.</param>
/// <param name="Source">The file it was read from.</param>
/// <param name="Passages">Its passages, in the order of its text.</param>
/// <param name="Names">Who and what it mentions.</param>
internal sealed record DocumentRows(Document Document, SourceStamp Source, IReadOnlyList<PassageRows> Passages, IReadOnlyList<NameRows> Names)
{
    public static DocumentRows Of(Document document, SourceStamp source, IReadOnlyList<Passage> passages)
    {
        var title = WordIndex.Stems(document.Title);
        return new DocumentRows(document, source, [.. passages.Select(passage => PassageRows.Of(passage, title))], NameRows.Of(document));
    }
}

/// <summary>A passage with its words.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Title">The stems of its document's title, parted by blanks, as the next two.</param>
/// <param name="Heading">Those of its heading.</param>
/// <param name="Body">Those of its text.</param>
/// <param name="Spellings">Its words as they are spelled, each once.</param>
/// <param name="Acronyms">The acronyms it explains.</param>
internal sealed record PassageRows(
    Passage Passage, string Title, string Heading, string Body, string Spellings, IReadOnlyList<(string Acronym, string Expansion)> Acronyms)
{
    public static PassageRows Of(Passage passage, string titleStems)
    {
        var words = Text.Tokenizer.Tokenize(passage.Text);
        return new PassageRows(
            passage,
            titleStems,
            WordIndex.Stems(passage.Heading ?? ""),
            WordIndex.Stems(words, passage.Text),
            SpellingIndex.Spellings(words),
            Text.AcronymFinder.Find(passage.Text));
    }
}

/// <summary>A name with the words it is found by.</summary>
/// <param name="Name">The name.</param>
/// <param name="Words">Folded, each once; none for what is not found by its words.</param>
internal sealed record NameRows(DocumentName Name, IReadOnlyList<string> Words)
{
    public static IReadOnlyList<NameRows> Of(Document document) => [.. MentionReader.Read(document).Select(name => new NameRows(name, NameWords.Of(name)))];
}
