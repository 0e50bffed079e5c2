using System.Text.RegularExpressions;
using ForumQA.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.AI.Evaluation;

namespace ForumQA.Evaluation.Evaluators;

/// <summary>Whether a response says that the sources do not answer exactly when the <see cref="AnswerableContext"/> says that they do not: 1 or 0.</summary>
/// <remarks>A response abstains when ForumQA marked it so, when it has the word <c>NOT_IN_DOCUMENTS</c>, or when each of its sentences that claims something says, by the phrases of <c>abstentions.txt</c>, that nothing was found.</remarks>
public sealed class AbstentionEvaluator() : OfflineEvaluator(MetricName, threshold: 1)
{
    /// <summary>The name of the metric.</summary>
    public const string MetricName = "Offline Abstention";

    private const string ResultProperty = "forumqa";

    private static readonly Lazy<Regex> Phrases = new(ReadPhrases);

    private protected override EvaluationMetric Measure(ChatResponse response, IEnumerable<EvaluationContext> contexts)
    {
        if (contexts.OfType<AnswerableContext>().FirstOrDefault() is not { } expected)
        {
            return Inconclusive(Missing(nameof(AnswerableContext)));
        }

        var abstains = Abstains(response);
        return Share(abstains != expected.IsAnswerable ? 1 : 0, 1, "responses that abstain when they should and only then", abstains ? ["it abstains"] : ["it answers"]);
    }

    private static bool Abstains(ChatResponse response)
    {
        if (response.AdditionalProperties?.TryGetValue(ResultProperty, out var status) == true)
        {
            return $"{status}" == "NotFound";
        }

        var read = EvaluatedResponse.Read(response);
        return read.SaysNotInDocuments || string.IsNullOrWhiteSpace(response.Text)
            || (Phrases.Value.IsMatch(response.Text) && read.Claims.All(claim => Phrases.Value.IsMatch(claim.Sentence.Text)));
    }

    private static Regex ReadPhrases()
    {
        using var content = typeof(AbstentionEvaluator).Assembly.GetManifestResourceStream("ForumQA.Evaluation.abstentions.txt")
            ?? throw new InvalidOperationException("The library was built without its resource 'abstentions.txt'.");
        using var reader = new StreamReader(content);
        var phrases = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
        return new Regex(WordPattern.AnyOf(phrases.Select(phrase => phrase.Replace(' ', '_'))), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
