using System.Globalization;
using System.Text.RegularExpressions;
using ForumQA.Retrieval;
using ForumQA.SemanticKernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Data;
using Moq;
using FunctionInvocationContext = Microsoft.SemanticKernel.FunctionInvocationContext;
using Match = System.Text.RegularExpressions.Match;

namespace ForumQA.Tests.SemanticKernel;

/// <summary>The functions as a Kernel finds and calls them, without any model.</summary>
public sealed partial class PluginTests(SeedIndex index) : IClassFixture<SeedIndex>
{
    private const string Question = "Who compared managing data to water control?";

    [Fact]
    public void A_kernel_finds_the_functions_under_the_plugins_name()
    {
        var kernel = index.Build();

        Assert.Equal(["answer", "check", "compare", "find_documents", "list", "read_document", "search", "summarize"], kernel.Plugins[ForumQAKernel.PluginName].Select(function => function.Name).Order());
        Assert.All(kernel.Plugins[ForumQAKernel.PluginName], function =>
        {
            Assert.NotEmpty(function.Description);
            Assert.Contains(function.Metadata.Parameters, parameter => parameter.IsRequired);
            Assert.All(function.Metadata.Parameters, parameter => Assert.False(string.IsNullOrEmpty(parameter.Description)));
        });
    }

    [Fact]
    public void A_service_collection_with_a_kernel_gets_the_same()
    {
        var services = new ServiceCollection();
        services.AddKernel().AddForumQA(index.Configure());
        using var provider = services.BuildServiceProvider();

        var kernel = provider.GetRequiredService<Kernel>();

        Assert.Equal(8, kernel.Plugins[ForumQAKernel.PluginName].FunctionCount);
        Assert.NotNull(kernel.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.NotNull(kernel.Services.GetRequiredService<ITextSearch<Evidence>>());
        Assert.Null(kernel.Services.GetService<IChatClient>());
    }

    [Fact]
    public void Services_with_ForumQA_have_a_Kernel_and_each_who_asks_gets_one_of_their_own()
    {
        using var provider = new ServiceCollection().AddForumQA(index.Configure()).BuildServiceProvider();

        var kernel = provider.GetRequiredService<Kernel>();
        kernel.Plugins.Clear();

        Assert.Equal(8, provider.GetRequiredService<Kernel>().Plugins[ForumQAKernel.PluginName].FunctionCount);
    }

    [Fact]
    public void A_Kernel_added_to_services_that_have_ForumQA_has_the_plugin_once()
    {
        var services = new ServiceCollection().AddForumQA(index.Configure());
        services.AddKernel().AddForumQA(index.Configure());
        using var provider = services.BuildServiceProvider();

        Assert.Equal([ForumQAKernel.PluginName], provider.GetRequiredService<Kernel>().Plugins.Select(plugin => plugin.Name));
    }

    [Fact]
    public void The_configured_chat_client_is_the_kernels_default_and_says_what_it_is()
    {
        var services = new ServiceCollection();
        services.AddForumQA(index.Configure(("Chat:Endpoint", "http://localhost:9/v1"), ("Chat:Model", "some-model")));
        using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<Kernel>().GetRequiredService<IChatClient>();

        Assert.Equal("some-model", client.GetService<ChatClientMetadata>()?.DefaultModelId);
    }

    [Fact]
    public async Task An_answer_is_a_string_whose_quotations_stand_where_it_says()
    {
        var kernel = index.Build();

        var result = await kernel.InvokeAsync(ForumQAKernel.PluginName, "answer", new KernelArguments { ["question"] = Question });

        var text = Assert.IsType<string>(result.GetValue<object>());
        var citations = CitationText().Matches(text);
        Assert.StartsWith("Status: answered.", text, StringComparison.Ordinal);
        Assert.NotEmpty(citations);
        Assert.All(citations, citation => Assert.Equal(
            SeedIndex.Find(kernel, citation.Groups["document"].Value).Text[Number(citation, "start")..Number(citation, "end")], citation.Groups["quotation"].Value));
    }

    [Fact]
    public async Task Arguments_may_be_given_as_a_model_or_a_template_gives_them()
    {
        var kernel = index.Build();

        var result = await kernel.InvokeAsync(
            ForumQAKernel.PluginName, "search", new KernelArguments { ["question"] = "water", ["limit"] = "2", ["documents"] = "2020-16th-forum-digital-economy.md" });

        var text = result.GetValue<string>()!;
        Assert.Equal(2, text.Split("document 2020-16th-forum-digital-economy.md, characters ").Length - 1);
    }

    [Fact]
    public async Task A_function_for_a_kind_of_answer_takes_what_a_template_gives_it()
    {
        var kernel = index.Build();

        var result = await kernel.InvokeAsync(
            ForumQAKernel.PluginName, "list", new KernelArguments { ["what"] = "speakers", ["within"] = "the 20th forum", ["limit"] = "3" });

        Assert.StartsWith("Status: answered.\nKind: list.\n\nThe first 3 of 4 people", result.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_cannot_be_done_is_told_and_not_thrown()
    {
        var kernel = index.Build();

        var result = await kernel.InvokeAsync(ForumQAKernel.PluginName, "read_document", new KernelArguments { ["documentId"] = "gao-bo.md" });

        Assert.StartsWith("Error: There is no document 'gao-bo.md'.", result.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("gao-bo-new-economy-china-japan-cooperation.md", result.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_filters_of_the_kernel_apply()
    {
        var filter = new Mock<IFunctionInvocationFilter>();
        filter.Setup(asked => asked.OnFunctionInvocationAsync(It.IsAny<FunctionInvocationContext>(), It.IsAny<Func<FunctionInvocationContext, Task>>()))
            .Returns((FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next) => next(context));
        var kernel = index.Build(builder => builder.Services.AddSingleton(filter.Object));

        await kernel.InvokeAsync(ForumQAKernel.PluginName, "search", new KernelArguments { ["question"] = Question });

        filter.Verify(
            asked => asked.OnFunctionInvocationAsync(
                It.Is<FunctionInvocationContext>(context => context.Function.Name == "search"), It.IsAny<Func<FunctionInvocationContext, Task>>()),
            Times.Once);
        filter.VerifyNoOtherCalls();
    }

    [GeneratedRegex(@"^document (?<document>\S+), characters (?<start>\d+)-(?<end>\d+)[^\n]*\n“(?<quotation>[^”]*)”", RegexOptions.Multiline)]
    private static partial Regex CitationText();

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
