using ForumQA.Answering.Prompts;
using ForumQA.Cli;
using ForumQA.Hosting.Configuration;
using ForumQA.Tests.Cli;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Answering.Prompts;

public sealed class PromptLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_prompts_that_are_built_in_are_those_of_the_repository()
    {
        var library = new PromptLibrary(null);

        Assert.Equal(ReadOurs("answer"), library.Answer.Yaml);
        Assert.Equal(ReadOurs("rewrite-question"), library.RewriteQuestion.Yaml);
        Assert.Equal(ReadOurs("answer-in-language"), library.AnswerInLanguage.Yaml);
        Assert.All([library.Answer, library.RewriteQuestion, library.AnswerInLanguage], prompt =>
        {
            Assert.Equal(0, prompt.CreateOptions().Temperature);
            Assert.InRange(prompt.CreateOptions().MaxOutputTokens!.Value, 100, 1000);
        });
    }

    [Fact]
    public void The_answer_prompt_reads_as_it_should()
    {
        var messages = new PromptLibrary(null).Answer.Render(PromptValues.Answer("Who?", "The text.", "A", "Part 1", "Earlier?"));

        Assert.Equal([ChatRole.System, ChatRole.User], messages.Select(message => message.Role));
        Assert.Contains("NOT_IN_DOCUMENTS", messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(
            """
            Earlier in this conversation, only to understand the question:
            Question: Earlier?
            Answer: Earlier?

            Passages:

            <passage number="1">
            Document: A
            Section: Part 1
            The text.
            </passage>

            <passage number="2">
            Document: B
            The second.
            </passage>

            Question: Who?

            Answer from the passages only, with [number] at the end of every sentence, or reply NOT_IN_DOCUMENTS.
            """.ReplaceLineEndings("\n"),
            messages[1].Text);
    }

    [Theory]
    [InlineData("Japanese", "5. Write the question in Japanese.\n6.")]
    [InlineData("", "5. Write the question in the language of the last question.\n6.")]
    public void The_rewriting_prompt_names_the_language_of_the_documents_when_it_is_known(string language, string rule)
    {
        var turn = new Dictionary<string, string> { ["question"] = "Who hosted it?", ["answer"] = "" };

        var messages = new PromptLibrary(null).RewriteQuestion.Render(new Dictionary<string, object?>
        {
            ["question"] = "And when?",
            ["history"] = new List<Dictionary<string, string>> { turn },
            ["language"] = language,
        });

        Assert.Contains(rule, messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("Conversation:\nQuestion: Who hosted it?\n\nLast question: And when?", messages[1].Text);
    }

    [Fact]
    public void A_file_of_the_folder_takes_the_place_of_ours()
    {
        var own = ReadOurs("answer").Replace("one to five short sentences", "one short sentence", StringComparison.Ordinal);
        _folder.Write("answer.yaml", own);
        _folder.Write("README.md", "Ours.");

        var library = new PromptLibrary(_folder.Path);

        Assert.Equal(own, library.Answer.Yaml);
        Assert.NotEqual(new PromptLibrary(null).Answer.Hash, library.Answer.Hash);
        Assert.Equal(new PromptLibrary(null).RewriteQuestion.Hash, library.RewriteQuestion.Hash);
    }

    [Theory]
    [InlineData("anwser.yaml")]
    [InlineData("answer.yml")]
    [InlineData("Answer.yaml")]
    public void A_file_that_no_prompt_has_the_name_of_is_an_error(string name)
    {
        _folder.Write(name, ReadOurs("answer"));

        var e = Assert.Throws<PromptException>(() => new PromptLibrary(_folder.Path));

        Assert.Equal("prompt-invalid", e.Code);
        Assert.Contains(_folder[name], e.Message, StringComparison.Ordinal);
        Assert.Contains("answer.yaml, answer-in-language.yaml or rewrite-question.yaml", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        var e = Assert.Throws<PromptException>(() => new PromptLibrary(_folder["none"]));

        Assert.Equal("prompt-folder-missing", e.Code);
        Assert.Contains(_folder["none"], e.Message, StringComparison.Ordinal);
        Assert.Contains("Generation:Prompts", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_told_at_the_start_and_before_the_first_question()
    {
        var file = _folder.Write("answer.yaml", ReadOurs("answer").Replace("{{question}}", "{{qestion}}", StringComparison.Ordinal));
        using var services = Compose(_folder.Path);

        var e = Assert.Throws<ForumQAException>(() => ConfigurationCheck.Run(services));

        Assert.Equal("configuration-invalid", e.Code);
        Assert.Contains($"'{file}' cannot be used: '{{{{qestion}}}}' in line", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_ends_with_a_configuration_error_when_the_folder_is_missing()
    {
        var configuration = _folder.Write("forumqa.json", $$"""{ "Generation": { "Prompts": "{{_folder["none"].Replace('\\', '/')}}" } }""");

        var run = await CliRun.InvokeAsync("", "status", "--config", configuration);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("There is no prompt folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_composition_gives_the_prompts_of_the_folder()
    {
        _folder.Write("answer.yaml", ReadOurs("answer") + "# ours\n");
        using var services = Compose(_folder.Path);
        ConfigurationCheck.Run(services);

        Assert.EndsWith("# ours\n", services.GetRequiredService<PromptLibrary>().Answer.Yaml, StringComparison.Ordinal);
        Assert.Same(services.GetRequiredService<PromptLibrary>(), services.GetRequiredService<PromptLibrary>());
    }

    [Fact]
    public void Options_are_taken_as_bound()
    {
        Assert.Throws<PromptException>(() => new PromptLibrary(_folder["none"]));
        Assert.NotNull(new PromptLibrary(" ").Answer);
    }

    private static ServiceProvider Compose(string folder) => new ServiceCollection()
        .AddForumQA(new ConfigurationBuilder().AddInMemoryCollection([new("Generation:Prompts", folder)]).Build())
        .BuildServiceProvider();

    private static string ReadOurs(string name) => File.ReadAllText(Repository.Path("prompts", name + ".yaml"));
}
