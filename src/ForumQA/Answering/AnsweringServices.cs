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
        .AddSingleton(provider => CreateAnswerer(provider, provider.GetRequiredService<IndexStore>(), provider.GetRequiredService<Retriever>()))
        .AddSingleton(provider => new EvidenceBundles(
            provider.GetRequiredService<IndexStore>(), EffectiveOptions.Of(provider), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new TextChecker(
            provider.GetRequiredService<IndexStore>(), provider.GetRequiredService<Retriever>(), provider.GetRequiredService<DocumentReaders>()))
        .AddSingleton(provider => new BundleVerifier(provider.GetRequiredService<DocumentReaders>()));

    /// <summary>What answers from an index, with the models, prompts and options that are registered. It shares no answers with another.</summary>
    /// <param name="provider">With everything else.</param>
    /// <param name="store">The index.</param>
    /// <param name="retriever">Finds the passages in it.</param>
    public static Answerer CreateAnswerer(IServiceProvider provider, IndexStore store, Retriever retriever)
    {
        var runner = provider.GetService<IPromptRunner>();
        var preparer = new AnswerPreparer(store, retriever, provider.GetRequiredService<IOptions<AbstentionOptions>>(), runner is not null);
        return new Answerer(
            new ConversationReader(store, runner is not null),
            preparer,
            runner is null ? null : CreateModelAnswers(provider, runner, store, preparer),
            new ModelChoice(provider.GetRequiredService<IOptions<ChatModelOptions>>().Value.Offered),
            provider.GetRequiredService<TimeProvider>());
    }

    private static ModelAnswers CreateModelAnswers(IServiceProvider provider, IPromptRunner runner, IndexStore store, AnswerPreparer preparer)
    {
        var options = provider.GetRequiredService<IOptions<GenerationOptions>>();
        var prompts = provider.GetRequiredService<PromptLibrary>();
        return new ModelAnswers(
            store,
            preparer,
            new QuestionRewriter(runner, prompts, new CorpusLanguage(store), options.Value),
            provider.GetRequiredService<ContextSource>(),
            new GenerativeComposer(runner, prompts, new AnswerTranslator(runner, prompts, options.Value), options.Value),
            new AnswerCache(options),
            string.Join('\n', EffectiveOptions.Of(provider).Select(pair => $"{pair.Key}={pair.Value}").Concat(prompts.All.Select(prompt => prompt.Hash))));
    }
}
