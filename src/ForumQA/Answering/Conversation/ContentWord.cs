using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>A word of a message that is no stop word.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">Folded.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Start">Where it starts in the message.</param>
/// <param name="End">Exclusive.</param>
internal sealed record ContentWord(string Text, string Folded, string Stem, int Start, int End)
{
    /// <summary>Those of a text, in its order.</summary>
    public static IReadOnlyList<ContentWord> Read(string text) =>
    [
        .. Tokenizer.Tokenize(text).Where(token => !token.Word.IsStopWord)
            .Select(token => new ContentWord(text[token.Start..token.End], token.Word.Folded, token.Word.Stem, token.Start, token.End)),
    ];
}
