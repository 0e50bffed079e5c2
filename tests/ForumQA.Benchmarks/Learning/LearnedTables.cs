using ForumQA.Answering;
using ForumQA.Answering.Verification;
using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Learning;

/// <summary>One of the tables that the library ships.</summary>
/// <param name="File">Relative to <c>src/ForumQA</c>.</param>
/// <param name="Purpose">Its first line.</param>
/// <param name="Features">The features that the code has, in their order.</param>
/// <param name="Data">The sets it is learned from.</param>
internal sealed record TableKind(string File, string Purpose, IReadOnlyList<string> Features, IReadOnlyList<string> Data)
{
    /// <summary>Whether it is learned from the questions over folders, too.</summary>
    public bool IsOfFolders { get; init; }

    /// <summary>How many times as far apart two of it may be as two of the others. Which eight sentences are read closely hangs on the last digits of scores, which are another processor's own.</summary>
    public int Slack { get; init; } = 1;
}

/// <summary>All tables that are learned.</summary>
internal static class LearnedTables
{
    /// <summary>What was run for the tables of the library.</summary>
    public const string Command = "dotnet run -c Release --project tests/ForumQA.Benchmarks -- learn --data FOLDER";

    /// <summary>
    /// Our own eval sets that are learned from by meaning, those that rules were written from too. Of the first four the tuning half; the other sets of <c>evals/</c> are reported
    /// on and never learned from.
    /// </summary>
    public static IReadOnlyList<string> Folders { get; } =
    [
        "forum", "people", "handbook", "manual", "library", "allotment", "vet", "sportclub", "museum", "coop", "ferry", "runbook", "talks", "festival",
        "dental", "village", "startup", "dig", "bakery", "summit", "hostel", "union",
    ];

    /// <summary>Their files, relative to the repository.</summary>
    public static IReadOnlyList<string> FolderFiles { get; } = [.. Folders.Select(FileOf)];

    /// <summary>Sets with quotations to find, of which nobody has read a failure and nothing is learned.</summary>
    public static IReadOnlyList<string> Unread { get; } = ["labnotes", "roundtable", "strangers-8", "strangers-7", "orchestra", "clinic", "strangers-9"];

    private static readonly string[] Squad = ["squad2-half/dev.json", "squad2-half/distractors.json"];

    private static readonly string[] Subjects =
    [
        .. Squad, "xquad/xquad.ar.json", "xquad/xquad.de.json", "xquad/xquad.en.json", "xquad/xquad.es.json", "xquad/xquad.ru.json", "xquad/xquad.zh.json",
        "covid-qa/200423_covidQA.json", "quotesum/dev.jsonl",
    ];

    private static readonly string[] Meanings = [.. Squad, "xquad/xquad.en.json", "covid-qa/200423_covidQA.json", "quotesum/dev.jsonl"];

    public static TableKind Passages { get; } = new(
        "Retrieval/passage-ranker.tsv",
        "Ranks passages. Heading, DocumentSupport and NeighbourSupport are set by hand in PassageRankerLearner, which says why.",
        Enum.GetNames<PassageFeature>(),
        Squad);

    public static TableKind Sentences { get; } = new(
        "Retrieval/sentence-ranker.tsv", "Ranks sentences by the likelihood that they hold the answer.", Enum.GetNames<SentenceFeature>(), Squad);

    public static TableKind Subject { get; } = new(
        "Answering/subject.tsv", "Log odds that the documents speak of what is asked.", Enum.GetNames<AnswerabilityFeature>(), Subjects);

    public static TableKind Stated { get; } = new(
        "Answering/stated.tsv", "Log odds that the answer is stated, given that the documents speak of what is asked.", Enum.GetNames<AnswerabilityFeature>(), Subjects);

    public static TableKind PassagesByMeaning { get; } = new(
        "Retrieval/passage-meaning.tsv",
        "Ranks passages by words and meaning. Heading, DocumentSupport and NeighbourSupport are set by hand in PassageRankerLearner, which says why.",
        Enum.GetNames<PassageFeature>(),
        Squad);

    public static TableKind SentencesByMeaning { get; } = new(
        "Retrieval/sentence-meaning.tsv", "Ranks sentences by the likelihood, by words and meaning, that they hold the answer.", Enum.GetNames<SentenceFeature>(), Squad)
    { IsOfFolders = true };

    public static TableKind SentencesReadClosely { get; } = new(
        "Retrieval/sentence-closely.tsv", "Ranks the first of those once more, read word by word beside the question.", Enum.GetNames<SentenceFeature>(), Squad)
    { IsOfFolders = true, Slack = 5 };

    public static TableKind QuestionTokens { get; } = new(
        "Retrieval/question-tokens.tsv", "Log odds that a token of a question, by the vector that the reader gives it, counts when a sentence is read beside the question.",
        [.. Enumerable.Range(0, TokenWeights.Dimensions).Select(TokenWeights.NameOf)], Squad)
    { IsOfFolders = true, Slack = 5 };

    public static TableKind SubjectByMeaning { get; } = new(
        "Answering/subject-meaning.tsv", "Log odds, by words and meaning, that the documents speak of what is asked.", Enum.GetNames<AnswerabilityFeature>(), Meanings)
    { IsOfFolders = true, Slack = 5 };

    public static TableKind StatedByMeaning { get; } = new(
        "Answering/stated-meaning.tsv", "Log odds, by words and meaning, that the sentences which would be quoted state the answer.", Enum.GetNames<AnswerabilityFeature>(), Meanings)
    { IsOfFolders = true, Slack = 5 };

    public static TableKind AnsweredByMeaning { get; } = new(
        "Answering/answered-meaning.tsv", "Log odds, by words and meaning, that the documents answer the question, wherever they do.", Enum.GetNames<AnswerabilityFeature>(), Meanings)
    { IsOfFolders = true, Slack = 5 };

    public static TableKind Support { get; } = new(
        "Answering/support.tsv", "Log odds that quotations carry a claim.", Enum.GetNames<SupportFeature>(), ["expertqa/rand_val.jsonl", "quotesum/dev.jsonl"]);

    /// <summary>The file of an eval set.</summary>
    public static string FileOf(string folder) => $"evals/{folder}.jsonl";

    public static IReadOnlyList<TableKind> All { get; } = [Passages, Sentences, Subject, Stated, PassagesByMeaning, SentencesByMeaning, SentencesReadClosely, QuestionTokens, SubjectByMeaning, StatedByMeaning, AnsweredByMeaning, Support];
}
