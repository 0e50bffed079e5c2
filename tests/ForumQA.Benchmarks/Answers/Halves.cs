namespace ForumQA.Benchmarks.Answers;

/// <summary>Which articles a model was learned on. Every article of dev.json is in one of two halves.</summary>
internal enum Half
{
    First,
    Second,
    Both,
}

internal static class Halves
{
    private static readonly HashSet<string> FirstArticles =
        ["Normans", "Huguenot", "1973_oil_crisis", "Packet_switching", "Yuan_dynasty", "Scottish_Parliament", "Imperialism", "French_and_Indian_War"];

    private static readonly HashSet<string> SecondArticles =
        ["Computational_complexity_theory", "Steam_engine", "European_Union_law", "Harvard_University", "Immune_system", "Islamism", "Warsaw", "Force"];

    /// <summary>Whether an article of dev.json belongs to a half.</summary>
    public static bool Has(this Half half, string article) => half == Half.Both || FirstArticles.Contains(article) == (half == Half.First);

    /// <summary>Whether an article of XQuAD may be learned from: about half of them, none that dev.json holds out from <paramref name="half"/>.</summary>
    /// <remarks>The rest is never learned from, whatever the half.</remarks>
    public static bool MayLearnXquad(this Half half, string article) =>
        FirstArticles.Contains(article) ? half != Half.Second
        : SecondArticles.Contains(article) ? half != Half.First
        : article.Sum(letter => letter) % 2 == 0;
}
