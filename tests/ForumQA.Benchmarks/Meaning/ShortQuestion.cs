using ForumQA.Retrieval;

namespace ForumQA.Benchmarks.Meaning;

/// <summary>Questions of too few words to learn from by meaning: taken out of their paragraph they fit many, and of those of SQuAD hardly any stands by itself.</summary>
internal static class ShortQuestion
{
    private const int FewestTerms = 3;

    public static bool Is(Question question) => question.Terms.Count < FewestTerms;
}
