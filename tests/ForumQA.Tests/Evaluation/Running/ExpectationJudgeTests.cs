using ForumQA.Answering;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Running;

namespace ForumQA.Tests.Evaluation.Running;

public sealed class ExpectationJudgeTests
{
    private const string Text = "Taro Shimada of Toshiba spoke of openness. Hitachi's Suzuki named shared values.";

    [Theory]
    [InlineData("""{"items": [["Shimada"], ["Suzuki", "Norihiro"]]}""")]
    [InlineData("""{"items": [["Shimada"], ["Iwamoto"]], "least": 0.5}""")]
    [InlineData("""{"sides": [{"of": ["Toshiba"], "says": ["openness"]}, {"of": ["Hitachi"], "says": ["values"]}]}""")]
    [InlineData("""{"mustContain": [["peace", "open*"]], "mustNotContain": ["Huawei"], "maxSentences": 2}""")]
    [InlineData("""{"documents": ["a.md"], "within": ["a.md"]}""")]
    [InlineData("""{"status": ["notFound"], "otherwise": {"mustContain": [["Toshiba"]]}}""")]
    public void Finds_no_fault_with_what_is_expected(string expect) => Assert.Empty(Judge(expect, AnswerStatus.Answered));

    [Theory]
    [InlineData("""{"items": [["Shimada"], ["Iwamoto"]]}""", "1 of 2 items are missing: Iwamoto.")]
    [InlineData("""{"items": [["Shimada"], ["Iwamoto"], ["Ito"]], "least": 0.5}""", "2 of 3 items are missing: Iwamoto, Ito.")]
    [InlineData("""{"sides": [{"of": ["Toshiba"], "says": ["rules"]}]}""", "Of Toshiba this is missing: rules.")]
    [InlineData("""{"sides": [{"of": ["Huawei"], "says": ["openness"]}]}""", "Nothing is said of Huawei.")]
    [InlineData("""{"mustContain": [["peace", "war"]]}""", "It does not say: peace | war.")]
    [InlineData("""{"mustNotContain": ["shared values"]}""", "It says: shared values.")]
    [InlineData("""{"documents": ["b.md"]}""", "'b.md' is neither cited nor named.")]
    [InlineData("""{"within": ["b.md"]}""", "It cites 'a.md', of which nothing was asked.")]
    [InlineData("""{"maxSentences": 1}""", "It has 2 sentences, more than 1.")]
    [InlineData("""{"status": ["notFound", "partial"]}""", "The status is Answered, not NotFound or Partial.")]
    [InlineData("""{"status": ["notFound"], "otherwise": {"mustContain": [["peace"]]}}""", "It does not say: peace.")]
    public void Says_what_is_missing(string expect, string fault) => Assert.Equal([fault], Judge(expect, AnswerStatus.Answered));

    [Fact]
    public void Wants_a_citation_of_an_answer_and_words_of_a_conversation()
    {
        Assert.Equal(["Nothing is cited."], Judge("{}", AnswerStatus.Answered, cites: false));
        Assert.Empty(Judge("""{"status": ["conversation"]}""", AnswerStatus.Conversation, cites: false));
        Assert.Equal(["Nothing is said."], Judge("""{"status": ["conversation"]}""", AnswerStatus.Conversation, cites: false, text: " "));
    }

    [Fact]
    public void Reads_the_reason_of_a_refusal_for_what_must_be_said_only()
    {
        Assert.Empty(Judge("""{"status": ["notFound"], "mustContain": [["18th"]], "mustNotContain": ["18th"]}""", AnswerStatus.NotFound, cites: false, text: "", reason: "No document speaks of an 18th."));
    }

    [Fact]
    public void Takes_a_document_that_is_named_by_its_title_for_one_that_is_cited() =>
        Assert.Empty(Judge("""{"status": ["conversation"], "documents": ["b.md"]}""", AnswerStatus.Conversation, cites: false, text: "There is \"The second text\"."));

    [Theory]
    [InlineData(true, AnswerStatus.Answered, "wrong", CaseOutcome.WrongWithoutDoubt, Verdict.WrongAnswer)]
    [InlineData(true, AnswerStatus.Partial, "wrong", CaseOutcome.WrongWithDoubt, Verdict.WrongAnswer)]
    [InlineData(true, AnswerStatus.NotFound, "", CaseOutcome.RefusedWrongly, Verdict.FalseRefusal)]
    [InlineData(true, AnswerStatus.Conversation, "Hello!", CaseOutcome.RefusedWrongly, Verdict.FalseRefusal)]
    [InlineData(true, AnswerStatus.Answered, "right", CaseOutcome.Good, Verdict.Correct)]
    [InlineData(false, AnswerStatus.NotFound, "", CaseOutcome.Good, Verdict.Correct)]
    [InlineData(false, AnswerStatus.Answered, "wrong", CaseOutcome.WrongWithoutDoubt, Verdict.FalseAnswer)]
    public void Tells_what_a_reply_was_worth(bool answerable, AnswerStatus status, string text, CaseOutcome outcome, Verdict verdict)
    {
        var line = answerable ? """{"mustContain": [["right"]]}""" : "{}";

        var score = new CaseScorer(_ => text, _ => null, (_, _) => true).Score(Case(line, answerable), new GoldEvidence([]), Result(status, text, cites: text.Length > 0));

        Assert.Equal((outcome, verdict), (score.Outcome, score.Verdict));
    }

    [Fact]
    public void Holds_a_wrong_word_about_the_corpus_for_wrong_without_a_doubt()
    {
        var evalCase = Case("""{"status": ["conversation"], "mustContain": [["5", "five"]]}""", answerable: true);

        var score = new CaseScorer(_ => "", _ => null, (_, _) => true).Score(evalCase, new GoldEvidence([]), Result(AnswerStatus.Conversation, "Six documents.", cites: false));

        Assert.Equal((CaseOutcome.WrongWithoutDoubt, Verdict.WrongAnswer), (score.Outcome, score.Verdict));
    }

    private static IReadOnlyList<string> Judge(string expect, AnswerStatus status, bool cites = true, string text = Text, string? reason = null) =>
        new ExpectationJudge(id => id == "b.md" ? "The second text" : null).FindFaults(Case(expect, answerable: true), Result(status, text, cites) with { Reason = reason });

    private static EvalCase Case(string expect, bool answerable) => CaseFile.Parse(
        "cases.jsonl", [$$"""{"id": "a", "question": "Who?", "expect": {{expect}}, "answerable": {{(answerable ? "true" : "false")}}}"""]).Cases[0];

    private static CaseResult Result(AnswerStatus status, string text, bool cites)
    {
        Citation citation = new()
        {
            Number = 1,
            DocumentId = "a.md",
            DocumentTitle = "A",
            DocumentUri = "a.md",
            PassageId = "p",
            Quotation = text,
            Start = 0,
            End = text.Length,
        };
        var sentences = text.Split(". ", StringSplitOptions.RemoveEmptyEntries);
        return new CaseResult
        {
            CaseId = "a",
            CaseHash = "",
            Status = status,
            Sentences = [.. sentences.Select(sentence => new AnswerSentence(sentence, cites ? [citation] : [], Support.Supported))],
        };
    }
}
