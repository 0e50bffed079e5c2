using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>How a question is put: the kind of answer it asks for, and which of its words say so.</summary>
/// <param name="Kind">The kind of answer.</param>
/// <param name="Items">What a list names.</param>
/// <param name="Limit">How many are asked for, such as 3 in "three reasons"; null when all are.</param>
/// <param name="ItemWord">The folded word that names the items, such as "reasons"; null when none does.</param>
/// <param name="Words">The folded words that put the question and are no part of its subject.</param>
/// <param name="AsksWhatWasSaid">Whether it asks what somebody said or thinks.</param>
internal sealed record QuestionForm(
    QuestionKind Kind, ItemKind Items, int? Limit, string? ItemWord, IReadOnlySet<string> Words, bool AsksWhatWasSaid)
{
    /// <summary>Whether the caller named the kind; otherwise it was read from the words.</summary>
    public bool IsKindGiven { get; init; }

    /// <summary>Whether it asks how something is done, step by step.</summary>
    public bool AsksForSteps { get; init; }

    /// <summary>Whether it asks for whoever took part, not for all that are named.</summary>
    public bool AsksForParticipants { get; init; }

    /// <summary>Whether it is nothing but a subject: "data protection".</summary>
    public bool NamesASubject { get; init; }

    /// <summary>The folded words that name the items together: "vice" and "presidents".</summary>
    public IReadOnlyList<string> ItemWords { get; init; } = [];

    /// <summary>What of it is not searched for.</summary>
    public Framing Framing => new(Words, Kind is not (QuestionKind.Fact or QuestionKind.YesNo));

    /// <summary>Misspelt words of the form and what was meant, both folded; empty when all are spelled as meant.</summary>
    public IReadOnlyDictionary<string, Word> Corrections { get; init; } = new Dictionary<string, Word>();

    /// <summary>A question's words with the misspelt words of the form put right.</summary>
    public IReadOnlyList<Token> Correct(IEnumerable<Token> words) =>
        [.. words.Select(word => Corrections.TryGetValue(word.Word.Folded, out var meant) ? word with { Word = meant } : word)];

    /// <summary>Whether a word is part of how the question is put.</summary>
    public bool Has(Word word) => Words.Contains(word.Folded);
}
