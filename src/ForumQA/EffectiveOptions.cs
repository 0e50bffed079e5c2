using System.Globalization;
using System.Reflection;
using ForumQA.Answering;
using ForumQA.Answering.Generation;
using ForumQA.Ingestion;
using ForumQA.Models.Chat;
using ForumQA.Models.Embedding;
using ForumQA.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ForumQA;

/// <summary>The options that decide how questions are answered, as they are in force.</summary>
internal static class EffectiveOptions
{
    /// <summary>By configuration key; whether there is a secret is told, never which.</summary>
    public static IReadOnlyDictionary<string, string> Of(IServiceProvider services)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add<ChunkingOptions>(ChunkingOptions.SectionName);
        Add<EmbeddingOptions>(EmbeddingOptions.SectionName);
        Add<RetrievalOptions>(RetrievalOptions.SectionName);
        Add<AbstentionOptions>(AbstentionOptions.SectionName);
        Add<GenerationOptions>(GenerationOptions.SectionName);
        Add<ChatModelOptions>(ChatModelOptions.SectionName);
        return values;

        void Add<T>(string section)
            where T : class
        {
            var options = services.GetRequiredService<IOptions<T>>().Value;
            foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
            {
                if (property.GetValue(options) is { } value)
                {
                    values[$"{section}:{property.Name}"] = property.Name.EndsWith("Key", StringComparison.Ordinal)
                        ? "(set)"
                        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
                }
            }
        }
    }
}
