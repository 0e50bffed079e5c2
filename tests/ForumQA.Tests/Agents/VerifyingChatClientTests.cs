using ForumQA.Agents;
using ForumQA.Answering.Generation;
using ForumQA.Tests.SemanticKernel;
using ForumQA.Tests.Tools;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Agents;

/// <summary>Any model's text, verified on its way through a chat client.</summary>
public sealed class VerifyingChatClientTests : IAsyncLifetime, IDisposable
{
    private const string Question = "Who opened the harbour of Lindale?";
    private const string Good = "Ada Quill opened the new harbour of Lindale on 4 May 1921.";
    private const string Invented = "The mayor gave her a golden key.";

    private readonly ToolCorpus _corpus = new();

    public Task InitializeAsync() => _corpus.IndexAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Each_sentence_is_cited_with_its_region_and_a_quotation_that_stands_in_the_document()
    {
        using var client = Verify(new FakeChatClient($"{Good} [1] The light", "house is 42 metres high [2]."));

        var updates = await client.GetStreamingResponseAsync(Question).ToListAsync();

        var sentences = updates.SelectMany(update => update.Contents).OfType<TextContent>().Where(content => content.Text.Length > 0).ToList();
        Assert.Equal([$"{Good} [1]", " The lighthouse is 42 metres high. [2]"], sentences.Select(sentence => sentence.Text));
        Assert.Equal([Good, "The lighthouse is 42 metres high."], sentences.Select(sentence => Region(sentence, Assert.Single(Citations(sentence)))));
        Assert.All(sentences.SelectMany(Citations), citation =>
        {
            var (start, end) = ((int)citation.AdditionalProperties!["start"]!, (int)citation.AdditionalProperties["end"]!);
            Assert.Equal(_corpus.Find(citation.FileId!).Text[start..end], citation.Snippet);
            Assert.Equal(("The harbour", new Uri("https://lindale.example/harbour")), (citation.Title, citation.Url));
        });
        Assert.Equal("Answered", Status(updates[^1]));
    }

    [Fact]
    public async Task A_whole_answer_keeps_the_regions()
    {
        using var client = Verify(new FakeChatClient($"{Good} The lighthouse of Lindale is 42 metres high."));

        var response = await client.GetResponseAsync(Question);

        var sentences = response.Messages.Single().Contents.OfType<TextContent>().ToList();
        Assert.Equal([Good, "The lighthouse of Lindale is 42 metres high."], sentences.Select(sentence => Region(sentence, Assert.Single(Citations(sentence)))));
        Assert.Equal($"{Good} [1] The lighthouse of Lindale is 42 metres high. [2]", response.Text);
        Assert.Equal("Answered", response.AdditionalProperties![ForumQAChatClient.ResultProperty]);
    }

    [Fact]
    public async Task What_nothing_supports_is_left_out_and_the_answer_is_partial()
    {
        using var client = Verify(new FakeChatClient($"{Good} [1] {Invented} [1]"));

        var response = await client.GetStreamingResponseAsync(Question).ToChatResponseAsync();

        Assert.Equal($"{Good} [1]", response.Text);
        Assert.Equal("Partial", response.AdditionalProperties![ForumQAChatClient.ResultProperty]);
    }

    [Fact]
    public async Task What_nothing_supports_is_shown_as_such_when_asked_for()
    {
        using var client = Verify(new FakeChatClient($"{Good} {Invented}"), UnsupportedPolicy.Flag);

        var response = await client.GetResponseAsync(Question);

        var invented = response.Messages.Single().Contents.OfType<TextContent>().Last();
        Assert.Equal((" " + Invented, "Unsupported"), (invented.Text, invented.AdditionalProperties![ForumQAChatClient.ResultProperty]));
        Assert.Null(invented.Annotations);
    }

    [Theory]
    [InlineData(Question, Invented, "The documents do not support what the language model wrote about this.")]
    [InlineData(Question, "NOT_IN_DOCUMENTS", "The documents do not answer this: the language model found no answer in them.")]
    public async Task Where_nothing_is_left_the_answer_says_so(string question, string written, string expected)
    {
        using var client = Verify(new FakeChatClient(written));

        var response = await client.GetStreamingResponseAsync(question).ToChatResponseAsync();

        Assert.Equal(expected, response.Text);
        Assert.Equal("NotFound", response.AdditionalProperties![ForumQAChatClient.ResultProperty]);
    }

    [Fact]
    public async Task A_question_the_documents_do_not_answer_gets_the_reason_in_place_of_what_the_model_knows()
    {
        using var client = Verify(new FakeChatClient("Lactase breaks down lactose in the small intestine."));

        var response = await client.GetResponseAsync("Which enzyme breaks down lactose in the small intestine?");

        Assert.DoesNotContain("Lactase", response.Text, StringComparison.Ordinal);
        Assert.NotEmpty(response.Text);
        Assert.Equal("NotFound", response.AdditionalProperties![ForumQAChatClient.ResultProperty]);
    }

    [Fact]
    public async Task A_sentence_that_no_question_led_to_is_looked_up_by_its_own_words()
    {
        using var client = Verify(new FakeChatClient("The bakery in Market Street sells rye bread on Tuesdays."));

        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.System, "Tell something about the town.")]);

        Assert.Equal("bakery.txt", Assert.Single(Citations(response.Messages.Single().Contents.OfType<TextContent>().Single())).FileId);
    }

    [Fact]
    public async Task A_call_of_a_function_passes_and_is_no_answer_yet()
    {
        using var client = Verify(new FakeChatClient("unused") { Calls = "search" });

        var response = await client.GetResponseAsync(Question, new ChatOptions { Tools = [.. _corpus.Functions] });

        Assert.Equal("search", Assert.Single(response.Messages.Single().Contents.OfType<FunctionCallContent>()).Name);
        Assert.Empty(response.Text);
    }

    [Fact]
    public async Task A_sentence_that_was_cut_off_is_not_shown()
    {
        using var client = Verify(new FakeChatClient($"{Good} The harbour has three docks") { Ends = ChatFinishReason.Length });

        var response = await client.GetStreamingResponseAsync(Question).ToChatResponseAsync();

        Assert.Equal($"{Good} [1]", response.Text);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
    }

    [Fact]
    public async Task JSON_is_refused_since_it_has_no_sentences()
    {
        using var client = Verify(new FakeChatClient("{}"));

        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync(Question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }));

        Assert.Contains("ResponseFormat", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_services_of_ForumQA_the_remedy_is_told()
    {
        using var client = new ChatClientBuilder(new FakeChatClient(Good)).UseForumQA().Build();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetResponseAsync(Question));

        Assert.Contains(".Build(services)", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<CitationAnnotation> Citations(TextContent content) => (content.Annotations ?? []).OfType<CitationAnnotation>();

    private static string Region(TextContent content, CitationAnnotation citation)
    {
        var region = Assert.IsType<TextSpanAnnotatedRegion>(Assert.Single(citation.AnnotatedRegions!));
        return content.Text[region.StartIndex!.Value..region.EndIndex!.Value];
    }

    private static string? Status(ChatResponseUpdate update) => update.AdditionalProperties?[ForumQAChatClient.ResultProperty] as string;

    private IChatClient Verify(FakeChatClient model, UnsupportedPolicy policy = UnsupportedPolicy.Drop) =>
        new ChatClientBuilder(model).UseForumQA(policy).Build(_corpus.Services);
}
