namespace ForumQA.Answering.Verification;

/// <summary>A piece of a model's answer as it streams: text, or the sentence that the text before it makes.</summary>
internal abstract record AnswerPiece;

/// <summary>Text to show as written, with markers and Markdown.</summary>
/// <param name="Text">Never empty.</param>
internal sealed record WrittenText(string Text) : AnswerPiece;

/// <summary>A finished sentence with the passages it names.</summary>
/// <param name="Text">Its words on one line, without markers and Markdown.</param>
/// <param name="Markers">The numbers in its markers, each once, in order; some may name no passage.</param>
internal sealed record MarkedSentence(string Text, IReadOnlyList<int> Markers) : AnswerPiece;
