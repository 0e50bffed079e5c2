using ForumQA.Answering;
using ForumQA.Answering.Prompts;
using ForumQA.Evaluation.Import;
using ForumQA.Ingestion;
using ForumQA.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Evaluation;

/// <summary>Registers what measures answers.</summary>
public static class EvaluationServices
{
    /// <summary>Adds the <see cref="Evaluator"/> and the <see cref="CaseImporter"/>.</summary>
    /// <param name="services">With ForumQA.</param>
    public static IServiceCollection AddForumQAEvaluation(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(provider => new CaseImporter(provider.GetRequiredService<DocumentReaders>()));
        services.AddSingleton(provider => new Evaluator(
            provider.GetRequiredService<IndexStore>(),
            provider.GetRequiredService<Answerer>().AnswerAsync,
            EffectiveOptions.Of(provider),
            provider.GetRequiredService<PromptLibrary>().All.ToDictionary(prompt => prompt.Name, prompt => prompt.Hash),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
