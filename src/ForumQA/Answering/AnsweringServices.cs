using ForumQA.Answering.Bundles;
using ForumQA.Answering.Checking;
using ForumQA.Answering.Conversation;
using ForumQA.Answering.Generation;
using ForumQA.Answering.Prompts;
using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA.Answering;

/// <summary>Registers what answers questions, and what keeps and checks the evidence of answers.</summary>
internal static class AnsweringServices
{
    public static IServiceCollection AddAnswering(this IServiceCollection services, IConfiguration configuration) => services
        .AddAnsweringOptions<AbstentionOptions>(configuration, AbstentionOptions.SectionName)
        .AddAnsweringOptions<GenerationOptions>(configuration, GenerationOptions.SectionName)
        .AddSingleton<IValidateOptions<GenerationOptions>, PromptFolderValidation>()
        .AddSingleton(provider => new PromptLibrary(provider.GetRequiredService<IOptions<GenerationOptions>>().Value.Prompts))
        .AddSingleton<ContextSource>()
        .AddSingleton(provider => new AnswerPreparer(
            provider.GetRequiredService<IndexStore>(),
            provider.GetRequiredService<Retriever>(),
            provider.GetRequiredService<IOptions<AbstentionOptions>>(),
            provider.GetService<IPromptRunner>() is not null))
        .AddSingleton<AnswerCache>()
        .AddSingleton(CreateAnswerer)
        .AddSingleton(provider => new EvidenceBundles(
            provider.GetRequiredService<IndexStore>(), EffectiveOptions.Of(provider), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new TextChecker(
            provider.GetRequiredService<IndexStore>(), provider.GetRequiredService<Retriever>(), provider.GetRequiredService<DocumentReaders>()))
        .AddSingleton(provider => new BundleVerifier(provider.GetRequiredService<DocumentReaders>()));

    private static Answerer CreateAnswerer(IServiceProvider provider)
    {
        var model = CreateModelAnswers(provider);
        return new Answerer(
            new ConversationReader(provider.GetRequiredService<IndexStore>(), model is not null),
            provider.GetRequiredService<AnswerPreparer>(),
            model,
            new ModelChoice(provider.GetRequiredService<IOptions<ChatModelOptions>>().Value.Offered),
            provider.GetRequiredService<TimeProvider>());
    }

    /// <summary>Null when no language model is configured.</summary>
    private static ModelAnswers? CreateModelAnswers(IServiceProvider provider)
    {
        if (provider.GetService<IPromptRunner>() is not { } runner)
        {
            return null;
        }

        var options = provider.GetRequiredService<IOptions<GenerationOptions>>().Value;
        var store = provider.GetRequiredService<IndexStore>();
        var prompts = provider.GetRequiredService<PromptLibrary>();
        return new ModelAnswers(
            store,
            provider.GetRequiredService<AnswerPreparer>(),
            new QuestionRewriter(runner, prompts, new CorpusLanguage(store), options),
            provider.GetRequiredService<ContextSource>(),
            new GenerativeComposer(runner, prompts, new AnswerTranslator(runner, prompts, options), options),
            provider.GetRequiredService<AnswerCache>(),
            string.Join('\n', EffectiveOptions.Of(provider).Select(pair => $"{pair.Key}={pair.Value}").Concat(prompts.All.Select(prompt => prompt.Hash))));
    }
}
