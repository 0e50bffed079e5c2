using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering;

/// <summary>Tells sentences that conclude something from the one before, by the words of <c>conclusions.txt</c>.</summary>
internal static class Conclusions
{
    /// <summary>How many words may stand before the expression: "Solar and wind power therefore ...".</summary>
    private const int Reach = 8;

    private static readonly string[][] Expressions =
        [.. EmbeddedWordList.ReadNamed("Answering.conclusions.txt").SelectMany(line => line.Words).Select(word => word.Split('_').Select(part => WordFolding.Fold(part)).ToArray())];

    /// <summary>Whether a sentence does.</summary>
    /// <param name="sentence">The sentence.</param>
    public static bool Draws(SentenceProfile sentence)
    {
        var opening = sentence.Words.Take(Reach).Select(word => word.Word.Folded).ToArray();
        return Array.Exists(Expressions, expression => opening.AsSpan().IndexOf(expression) >= 0);
    }
}
