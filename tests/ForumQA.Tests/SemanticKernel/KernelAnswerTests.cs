using System.Text.RegularExpressions;
using ForumQA.Answering;
using ForumQA.SemanticKernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>Answers written by a Kernel's model and checked by ForumQA.</summary>
public sealed partial class KernelAnswerTests(SeedIndex index) : IClassFixture<SeedIndex>
{
    private const string Question = "Who compared managing data to water control?";

    private const string Quoted = "On the question of how to manage data, Liu Song of Alibaba drew on the wisdom of water control in ancient China.";

    private const string Invented = "The moon is made of green cheese and smells of lavender.";

    [Fact]
    public async Task A_sentence_of_the_model_is_cited_and_one_that_no_passage_supports_is_left_out()
    {
        using var model = new FakeChatClient(messages => FakeChatClient.Stream([$"{Quoted} {Marker(messages)} ", $"{Invented} {Marker(messages)}"]));
        var kernel = Build(model);

        var result = await kernel.InvokeAsync(ForumQAKernel.PluginName, "answer", new KernelArguments { ["question"] = Question });

        var text = result.GetValue<string>()!;
        Assert.NotEmpty(model.Requests);
        Assert.Contains($"{Quoted} [1]", text, StringComparison.Ordinal);
        Assert.Contains($"“{Quoted}”", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Invented, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_streams_before_the_model_has_finished_and_what_is_unsupported_is_dropped_by_name()
    {
        var finish = new TaskCompletionSource();
        using var model = new FakeChatClient(WriteAsync);
        var updates = new List<AnswerUpdate>();

        await foreach (var update in Build(model).Services.GetRequiredService<Answerer>().AnswerAsync(new AnswerRequest(Question), CancellationToken.None))
        {
            updates.Add(update);
            if (update is TextDelta)
            {
                // Without a delta before the end, the model never ends.
                finish.TrySetResult();
            }
        }

        Assert.Contains(updates.OfType<SentenceDropped>(), dropped => dropped.Text.Contains("green cheese", StringComparison.Ordinal));
        var answer = Assert.IsType<AnswerCompleted>(updates[^1]).Answer;
        Assert.Equal("fake-model", answer.Model);
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("Liu Song", StringComparison.Ordinal) && sentence.Support == Support.Supported);

        async IAsyncEnumerable<string> WriteAsync(IReadOnlyList<ChatMessage> messages)
        {
            yield return Quoted;
            await finish.Task.WaitAsync(TimeSpan.FromMinutes(1));
            yield return $" {Marker(messages)} {Invented} {Marker(messages)}";
        }
    }

    [Fact]
    public async Task No_filter_switches_verification_off()
    {
        using var model = new FakeChatClient(messages => FakeChatClient.Stream([$"{Quoted} {Marker(messages)}"]));
        var kernel = index.Build(builder => builder.Services
            .AddSingleton<IChatClient>(model)
            .AddSingleton<IFunctionInvocationFilter>(new RewritingFilter($"{Invented} [1] ")));

        var answer = await AskAsync(kernel);

        Assert.Empty(model.Requests);
        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Empty(answer.Sentences);
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_is_noticed_in_a_chat_client_and_in_a_chat_completion_service()
    {
        using var client = new FakeChatClient(messages => FakeChatClient.Stream([$"{Quoted} {Marker(messages)} It was"])) { Ends = ChatFinishReason.Length };
        var service = new CompletionService(messages => $"{Quoted} {Marker(messages)} It was", "Length");

        var byClient = await AskAsync(Build(client));
        var byService = await AskAsync(index.Build(builder => builder.Services.AddSingleton<IChatCompletionService>(service)));

        Assert.All([byClient, byService], answer =>
        {
            Assert.Equal(AnswerStatus.Partial, answer.Status);
            Assert.Contains("no tokens left", Assert.Single(answer.Notes, note => note.Code == "model-interrupted").Message, StringComparison.Ordinal);
            Assert.Equal(Quoted, Assert.Single(answer.Sentences).Text);
        });
        Assert.Equal("service-model", byService.Model);
    }

    [Fact]
    public async Task A_kernel_without_a_model_answers_with_the_documents_own_sentences()
    {
        var answer = await index.Build().InvokeAsync(ForumQAKernel.PluginName, "answer", new KernelArguments { ["question"] = Question });

        Assert.Contains("Liu Song", answer.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<Answer> AskAsync(Kernel kernel) => (await kernel.Services.GetRequiredService<Answerer>()
        .AnswerAsync(new AnswerRequest(Question), CancellationToken.None).OfType<AnswerCompleted>().SingleAsync()).Answer;

    /// <summary>The number under which the passage with the sentence was given.</summary>
    private static string Marker(IReadOnlyList<ChatMessage> messages) => Marker(messages[^1].Text);

    private static string Marker(string prompt)
    {
        var before = prompt[..Math.Max(0, prompt.IndexOf(Quoted, StringComparison.Ordinal))];
        return $"[{PassageNumber().Matches(before).LastOrDefault()?.Groups[1].Value ?? "1"}]";
    }

    [GeneratedRegex("""number="(\d+)""")]
    private static partial Regex PassageNumber();

    private Kernel Build(FakeChatClient model) => index.Build(builder => builder.Services.AddSingleton<IChatClient>(model));
}
