using ForumQA.Retrieval;
using ForumQA.Text;
using SupportFound = ForumQA.Answering.Support;

namespace ForumQA.Benchmarks.Support;

/// <summary>The judge before the learned one: the share of a sentence's words anywhere in what it cites. The baseline.</summary>
internal static class LexicalJudge
{
    public static (SupportFound Support, double Score) Judge(string sentence, IEnumerable<string> texts)
    {
        var words = Tokenizer.Tokenize(sentence);
        var quoted = texts.SelectMany(text => Tokenizer.Tokenize(text)).ToList();
        var stems = quoted.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        var content = words.Where(word => !word.Word.IsStopWord).ToList();
        var share = content.Count == 0 ? 0 : content.Count(word => stems.Contains(word.Word.Stem)) / (double)content.Count;
        var isExact = content.Where((word, i) => word.Word.HasDigit || (i > 0 && word.IsCapitalized)).All(word => stems.Contains(word.Word.Stem));
        var sameNegation = words.Any(Question.Negates) == quoted.Any(Question.Negates);
        return (share >= 0.75 && isExact && sameNegation ? SupportFound.Supported : share >= 0.35 ? SupportFound.Partial : SupportFound.Unsupported, share);
    }
}
