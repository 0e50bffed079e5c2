using ForumQA.Answering;
using ForumQA.Storage;
using ForumQA.Tests.SemanticKernel;
using ForumQA.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Tools;

/// <summary>The functions for kinds of answers, over the corpus that everyone starts with.</summary>
public sealed class KindToolsTests : IClassFixture<SeedIndex>, IDisposable
{
    private const string Sixteenth = "2020-16th-forum-digital-economy.md";
    private const string Twentieth = "20th-forum-digital-future.md";

    private readonly SeedIndex _index;
    private readonly ServiceProvider _services;

    public KindToolsTests(SeedIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        _index = index;
        _services = new ServiceCollection().AddForumQA(index.Configure()).BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task List_names_all_speakers_of_an_event_each_with_a_quotation()
    {
        var (text, answer) = await CallAsync("list", ("what", "speakers"), ("within", "the 20th forum"));

        string[] speakers = ["Wang Yi", "Xu Zhilong", "Gao Shaolin", "Fumihiko Kamio"];
        Assert.Equal(QuestionKind.List, answer.Kind);
        Assert.Equal(speakers.Order(), answer.Sentences.Select(sentence => sentence.Group).Distinct().Order());
        Assert.StartsWith($"Status: answered.\nKind: list.\n\n{answer.Lead}\n\n", text, StringComparison.Ordinal);
        Assert.All(speakers, speaker => Assert.Contains($"\n\n{speaker}:\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_language_model_that_is_configured_does_not_write_them_anew()
    {
        // Nothing listens there: asking it would leave a note.
        var configuration = _index.Configure(("Chat:Endpoint", "http://localhost:9/v1"), ("Chat:Model", "some-model"));
        await using var services = new ServiceCollection().AddForumQA(configuration).BuildServiceProvider();
        var list = ForumQATools.Create(services).Single(tool => tool.Name == ForumQATools.List);

        var text = await list.InvokeAsync(new AIFunctionArguments { ["what"] = "speakers", ["within"] = "the 20th forum" });

        Assert.StartsWith("Status: answered.\nKind: list.\n\n4 people: ", Assert.IsType<string>(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_stops_at_its_limit_and_says_how_many_there_are()
    {
        var (_, answer) = await CallAsync("list", ("what", "speakers"), ("within", "the 20th forum"), ("limit", 2));

        Assert.Equal(2, answer.Sentences.Select(sentence => sentence.Group).Distinct().Count());
        Assert.StartsWith("The first 2 of 4 people", answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_follows_what_a_text_counts_up()
    {
        var (text, _) = await CallAsync("list", ("what", "reasons Gao Bo gives for the lead of China"));

        string[] reasons = ["huge population", "social structure", "platform enterprises", "mass innovation", "mobilize resources"];
        Assert.All(reasons, reason => Assert.Contains(reason, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compare_sets_two_events_side_by_side()
    {
        var (text, answer) = await CallAsync("compare", ("first", "the 16th forum"), ("second", "the 20th forum"));

        Assert.Equal(QuestionKind.Comparison, answer.Kind);
        Assert.Equal([Sixteenth, Twentieth], answer.Citations.Select(citation => citation.DocumentId).Distinct().Order());
        Assert.Equal(2, answer.Sentences.Select(sentence => sentence.Group).Distinct().Count());
        Assert.Contains("Kind: comparison.\n\nSide by side: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_keeps_to_the_subject_it_is_given()
    {
        var (_, answer) = await CallAsync("compare", ("first", "Jeff Shi"), ("second", "Fumihiko Kamio"), ("about", "productivity"));

        Assert.Equal(QuestionKind.Comparison, answer.Kind);
        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences, sentence => Assert.Contains("productiv", sentence.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("the 20th forum", 3)]
    [InlineData("Gao Bo's essay", 1)]
    public async Task Summarize_gives_as_many_sentences_as_it_is_asked_for(string subject, int sentences)
    {
        var (text, answer) = await CallAsync("summarize", ("subject", subject), ("sentences", sentences));

        Assert.Equal(QuestionKind.Summary, answer.Kind);
        Assert.Equal(sentences, answer.Sentences.Count);
        Assert.StartsWith("Status: answered.\nKind: summary.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summarize_covers_the_sections_of_a_document_when_no_length_is_given()
    {
        var (_, answer) = await CallAsync("summarize", ("subject", "the 20th forum"));

        Assert.InRange(answer.Sentences.Count, 4, 9);
        Assert.All(answer.Citations, citation => Assert.Equal(Twentieth, citation.DocumentId));
        Assert.True(answer.Citations.Select(citation => citation.Heading).Distinct().Count() >= 4, "A summary covers the sections, not one of them.");
    }

    [Fact]
    public async Task Find_documents_names_those_that_speak_of_something()
    {
        var (text, answer) = await CallAsync("find_documents", ("about", "RCEP"));

        Assert.Equal(QuestionKind.Documents, answer.Kind);
        Assert.Equal([Sixteenth], answer.Citations.Select(citation => citation.DocumentId).Distinct());
        Assert.Contains("1 of 5 documents:", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", "what", "thank you")]
    [InlineData("summarize", "subject", "help")]
    [InlineData("find_documents", "about", "hello")]
    public async Task What_is_named_is_never_taken_for_small_talk(string function, string parameter, string subject)
    {
        var (_, answer) = await CallAsync(function, (parameter, subject));

        Assert.NotEqual(AnswerStatus.Conversation, answer.Status);
    }

    [Theory]
    [InlineData("list", "what", "opera houses")]
    [InlineData("summarize", "subject", "quantum chromodynamics")]
    [InlineData("find_documents", "about", "quantum chromodynamics")]
    public async Task What_the_documents_do_not_have_is_said_not_to_be_there(string function, string parameter, string subject)
    {
        var (text, answer) = await CallAsync(function, (parameter, subject));

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.StartsWith("Status: not in the documents.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kind:", text, StringComparison.Ordinal);
    }

    /// <summary>Calls a function; what it quotes stands where it says.</summary>
    private async Task<(string Text, Answer Answer)> CallAsync(string function, params (string Name, object Value)[] arguments)
    {
        var tool = ForumQATools.Create(_services, result => result).Single(tool => tool.Name == function);
        var values = new AIFunctionArguments(arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
        var result = Assert.IsType<ToolResult>(await tool.InvokeAsync(values));
        Assert.False(result.Failed, result.Text);
        var answer = Assert.IsType<Answer>(result.Value);
        var documents = _services.GetRequiredService<IndexStore>().Documents;
        Assert.All(answer.Citations, citation => Assert.Equal(citation.Quotation, documents.Find(citation.DocumentId)!.Text[citation.Start..citation.End]));
        return (result.Text, answer);
    }
}
