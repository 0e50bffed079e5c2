using ForumQA.Evaluation.Evaluators;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Tests.Evaluation.Evaluators;

/// <summary>The evaluators as a user of Microsoft.Extensions.AI.Evaluation calls them.</summary>
public sealed class EvaluatorTests
{
    private const string Harbour = "Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks.";

    private static readonly SourcesContext Sources = new(
        [new Source(Harbour) { Id = "harbour.md", Title = "The harbour", Start = 100 }, new Source("The bakery in Market Street sells rye bread on Tuesdays.") { Id = "bakery.md" }]);

    [Theory]
    [InlineData("Ada Quill opened the new harbour of Lindale in 1921. The bakery in Market Street sells rye bread.", 1.0, false)]
    [InlineData("Hello! Ada Quill opened the new harbour of Lindale in 1921. Would you like to know more?", 1.0, false)]
    [InlineData("Ada Quill opened the new harbour of Lindale in 1922. The harbour has three docks.", 0.5, true)]
    [InlineData("The moon orbits the Earth in 27 days.", 0.0, true)]
    public async Task Groundedness_is_the_share_of_claims_that_the_sources_support(string response, double value, bool failed)
    {
        var metric = await MeasureAsync(new GroundednessEvaluator(), Answer(response), Sources);

        Assert.Equal((value, failed), (metric.Value, metric.Interpretation!.Failed));
    }

    [Fact]
    public async Task The_reason_names_the_first_claim_that_is_wrong()
    {
        var metric = await MeasureAsync(new GroundednessEvaluator(), Answer("The harbour has three docks. The harbour has nine cranes. Its walls are pink and tall."), Sources);

        Assert.Equal("1 of 3 claims that the sources support. The first that is not: The harbour has nine cranes.", metric.Reason);
    }

    [Theory]
    [InlineData("The harbour has three docks [1]. The bakery in Market Street sells rye bread on Tuesdays [2].", 1.0)]
    [InlineData("The harbour has three docks [2]. The bakery in Market Street sells rye bread on Tuesdays [2].", 0.5)]
    [InlineData("The harbour has three docks. The bakery in Market Street sells rye bread on Tuesdays [2].", 0.5)]
    [InlineData("The harbour has three docks [9].", 0.0)]
    public async Task Citation_recall_is_the_share_of_claims_that_what_they_cite_supports(string response, double value)
    {
        var metric = await MeasureAsync(new CitationRecallEvaluator(), Answer(response), Sources);

        Assert.Equal(value, metric.Value);
    }

    [Fact]
    public async Task An_annotation_cites_for_the_sentence_it_is_on()
    {
        const string Text = "The harbour has three docks. The bakery in Market Street sells rye bread on Tuesdays.";
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent(Text) { Annotations = [Cite("The harbour has three docks.", "harbour.md", region: (0, 28))] }]));

        var metric = await MeasureAsync(new CitationRecallEvaluator(), response, Sources);

        Assert.Equal(0.5, metric.Value);
    }

    [Theory]
    [InlineData("The harbour has three docks.", "harbour.md", 159, 1.0)]
    [InlineData("The harbour has three docks.", "harbour.md", null, 1.0)]
    [InlineData("The harbour has three docks.", null, null, 1.0)]
    [InlineData("The harbour has three docks.", "harbour.md", 158, 0.0)]
    [InlineData("The harbour has three docks.", "bakery.md", null, 0.0)]
    [InlineData("The harbour has 3 docks.", "harbour.md", null, 0.0)]
    [InlineData("", "harbour.md", null, 0.0)]
    public async Task Citation_exactness_is_the_share_that_stands_where_it_is_said_to_the_letter(string snippet, string? id, int? start, double value)
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("The harbour has three docks.") { Annotations = [Cite(snippet, id, start)] }]));

        var metric = await MeasureAsync(new CitationExactnessEvaluator(), response, Sources);

        Assert.Equal((value, value < 1), (metric.Value, metric.Interpretation!.Failed));
    }

    [Theory]
    [InlineData("Ada Quill opened the harbour in 1921.", true, 1.0)]
    [InlineData("Ada Quill opened the harbour in 1921.", false, 0.0)]
    [InlineData("The documents do not say who closed the harbour.", false, 1.0)]
    [InlineData("I'm sorry, I could not find that in the documents.", false, 1.0)]
    [InlineData("NOT_IN_DOCUMENTS", false, 1.0)]
    [InlineData("", false, 1.0)]
    [InlineData("没有提到港口关闭。", false, 1.0)]
    [InlineData("The documents do not say who closed the harbour.", true, 0.0)]
    [InlineData("Ada Quill opened the harbour in 1921. The documents do not say who closed it.", true, 1.0)]
    public async Task Abstention_is_right_where_the_sources_do_not_answer_and_only_there(string response, bool isAnswerable, double value)
    {
        var metric = await MeasureAsync(new AbstentionEvaluator(), Answer(response), new AnswerableContext(isAnswerable));

        Assert.Equal((value, value < 1), (metric.Value, metric.Interpretation!.Failed));
    }

    [Fact]
    public async Task An_answer_that_was_verified_tells_itself_whether_it_abstains()
    {
        var response = Answer("No document mentions the harbour master.");
        response.AdditionalProperties = new AdditionalPropertiesDictionary { ["forumqa"] = "Partial" };

        var metric = await MeasureAsync(new AbstentionEvaluator(), response, new AnswerableContext(false));

        Assert.Equal(0, metric.Value);
    }

    [Fact]
    public async Task Without_what_to_measure_by_a_metric_has_no_value_and_says_what_is_missing()
    {
        foreach (var evaluator in new OfflineEvaluator[] { new GroundednessEvaluator(), new CitationExactnessEvaluator(), new CitationRecallEvaluator(), new AbstentionEvaluator() })
        {
            var metric = await MeasureAsync(evaluator, Answer("The harbour has three docks."));

            Assert.Null(metric.Value);
            Assert.Equal(EvaluationRating.Inconclusive, metric.Interpretation!.Rating);
            Assert.Contains("Context to measure by", Assert.Single(metric.Diagnostics!).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_response_that_claims_nothing_is_neither_good_nor_bad()
    {
        var metric = await MeasureAsync(new GroundednessEvaluator(), Answer("Hello! How can I help you?"), Sources);

        Assert.Null(metric.Value);
        Assert.False(metric.Interpretation!.Failed);
        Assert.Equal(EvaluationDiagnosticSeverity.Informational, Assert.Single(metric.Diagnostics!).Severity);
    }

    [Fact]
    public async Task They_are_composed_as_any_evaluators_are()
    {
        var evaluators = new CompositeEvaluator(new GroundednessEvaluator(), new CitationRecallEvaluator(threshold: 0.4));

        var result = await evaluators.EvaluateAsync(Answer("The harbour has three docks [1]. The harbour has nine cranes."), additionalContext: [Sources]);

        Assert.Equal(["Offline Groundedness", "Offline Citation Recall"], result.Metrics.Keys);
        Assert.Equal([true, false], result.Metrics.Values.Select(metric => metric.Interpretation!.Failed));
    }

    [Fact]
    public void A_threshold_is_a_share() => Assert.Throws<ArgumentOutOfRangeException>(() => new GroundednessEvaluator(80));

    private static ChatResponse Answer(string text) => new(new ChatMessage(ChatRole.Assistant, text));

    private static CitationAnnotation Cite(string snippet, string? id, int? start = null, (int Start, int End)? region = null) => new()
    {
        Snippet = snippet,
        FileId = id,
        AdditionalProperties = start is { } place ? new AdditionalPropertiesDictionary { ["start"] = place } : null,
        AnnotatedRegions = region is { } marked ? [new TextSpanAnnotatedRegion { StartIndex = marked.Start, EndIndex = marked.End }] : null,
    };

    private static async Task<NumericMetric> MeasureAsync(OfflineEvaluator evaluator, ChatResponse response, params EvaluationContext[] contexts)
    {
        var result = await ((IEvaluator)evaluator).EvaluateAsync([new ChatMessage(ChatRole.User, "What of the harbour?")], response, chatConfiguration: null, contexts, CancellationToken.None);
        return result.Get<NumericMetric>(Assert.Single(evaluator.EvaluationMetricNames));
    }
}
