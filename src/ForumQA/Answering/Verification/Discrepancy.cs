using System.Collections.Frozen;
using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>What a claim says and a source with the same words does not.</summary>
[Flags]
internal enum Discrepancy
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A number, a date, or a number's unit is not in the source.</summary>
    Number = 1,

    /// <summary>A name is not in the source, or is not said to have done this.</summary>
    Name = 2,

    /// <summary>One denies what the other says.</summary>
    Negation = 4,

    /// <summary>One has the opposite of the other's word.</summary>
    Opposite = 8,

    /// <summary>"All" or "only", where the source does not say so.</summary>
    Extent = 16,

    /// <summary>Who does it to whom, or what is said of which, is exchanged.</summary>
    Roles = 32,

    /// <summary>A word stands where the source, in the same words around it, has another.</summary>
    Word = 64,
}

/// <summary>Finds discrepancies that need no understanding of the words.</summary>
internal static class Discrepancies
{
    private const string Only = "only";

    private static readonly IReadOnlyList<string> Denials = Lexicon.InOrder("zh", "denying character");

    private static readonly IReadOnlyList<string> NoDenials = Lexicon.InOrder("zh", "no denial");

    private static readonly FrozenSet<string>[] Extents = [.. new[] { "extent all", "extent only", "extent always", "extent most" }.SelectMany(Lexicon.InEach)];

    private static readonly FrozenSet<string> Passives = Lexicon.Of("before who did it");

    private static readonly FrozenSet<string> Joints = Lexicon.Of("conjunction", "disjunction");

    /// <summary>What the words themselves tell; what is missing is for <see cref="SourceReading"/> to say.</summary>
    public static Discrepancy Between(Statement claim, Statement source) =>
        (InNegation(claim, source) ? Discrepancy.Negation : Discrepancy.None)
        | (InExtent(claim, source) ? Discrepancy.Extent : Discrepancy.None)
        | (InOpposites(claim, source) ? Discrepancy.Opposite : Discrepancy.None)
        | (InRoles(claim, source, claim.Names) ? Discrepancy.Roles : Discrepancy.None)
        | (Substitution.IsIn(claim, source) ? Discrepancy.Word : Discrepancy.None);

    /// <summary>Whether one denies what the other says.</summary>
    private static bool InNegation(Statement claim, Statement source)
    {
        if (claim.IsIdeographic && source.IsIdeographic)
        {
            return Denies(claim.Text) != Denies(source.Text);
        }

        var denied = claim.NegatedStems.Any(scope => scope.Where(source.Stems.Contains).ToList() is { Count: > 0 } shared
            ? !source.NegatedStems.Any(other => other.Length == 0 || other.Intersect(shared).Any())
            : source.NegatedStems.Count == 0);
        return denied || source.NegatedStems.Any(scope =>
            scope.Where(claim.Stems.Contains).ToList() is { Count: > 0 } shared
            && (!claim.NegatedStems.Any(other => other.Length == 0 || other.Intersect(shared).Any()) || shared.Exists(stem => IsDeniedOnce(stem, claim) && IsDeniedTwice(stem, source))))
            || claim.NegatedStems.Any(scope => scope.Any(stem => IsDeniedTwice(stem, claim) && IsDeniedOnce(stem, source)));
    }

    private static bool IsDeniedOnce(string stem, Statement statement) => statement.NegatedStems.Count(scope => scope.Contains(stem)) == 1;

    /// <summary>"It cannot do without them" says the opposite of "it can do without them".</summary>
    private static bool IsDeniedTwice(string stem, Statement statement) => statement.NegatedStems.Count(scope => scope.Contains(stem)) == 2;

    /// <summary>Whether the claim says "all" or "only" by itself.</summary>
    private static bool InExtent(Statement claim, Statement source) =>
        Extents.Any(words => words.Any(claim.Folded.Contains) && !words.Any(source.Folded.Contains) && !(words.Contains(Only) && claim.Text.Contains("not only", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a word of the claim is missing and its opposite stands in the source, or two opposites changed places.</summary>
    private static bool InOpposites(Statement claim, Statement source) =>
        claim.Words.Exists(word => !source.Stems.Contains(word.Word.Stem) && Contradiction.HasOppositeOf(word.Word, source.Stems, source.Folded))
        || AreExchanged([.. claim.Words.Where(word => Contradiction.HasOppositeOf(word.Word, claim.Stems, claim.Folded))], claim, source);

    /// <summary>Whether "A told B" faces "B told A", or "5% in China and 3% in Japan" the other way round.</summary>
    private static bool InRoles(Statement claim, Statement source, IReadOnlyList<Token> names)
    {
        var present = names.Where(name => source.Stems.Contains(name.Word.Stem)).ToList();
        return AreExchanged([.. claim.Words.Where(word => word.Word.HasDigit && source.Stems.Contains(word.Word.Stem))], claim, source)
            || present.Any(first => present.Any(second => first.End < second.Start && IsReversed(first, second, claim, source)));
    }

    private static bool IsReversed(Token first, Token second, Statement claim, Statement source)
    {
        var a = source.Words.FindIndex(word => word.Word.Stem == first.Word.Stem);
        var b = source.Words.FindIndex(word => word.Word.Stem == second.Word.Stem);
        if (b >= a || claim.Words.Any(word => word.Start > first.End && word.End < second.Start && Joints.Contains(word.Word.Folded)))
        {
            return false;
        }

        var between = claim.Words.Where(word => word.Start > first.End && word.End < second.Start).ToList();
        var sourceBetween = source.Words.Skip(b + 1).Take(a - b - 1).ToList();
        var verbs = between.Where(word => !word.Word.IsStopWord && !word.IsCapitalized).Select(word => word.Word.Stem).ToList();
        return sourceBetween.Any(word => verbs.Contains(word.Word.Stem))
            && between.Any(word => Passives.Contains(word.Word.Folded)) == sourceBetween.Any(word => Passives.Contains(word.Word.Folded));
    }

    /// <summary>Whether two words of a claim stand, in the source, beside each other's neighbours.</summary>
    private static bool AreExchanged(IReadOnlyList<Token> words, Statement claim, Statement source)
    {
        var neighbours = words.DistinctBy(word => word.Word.Stem).Take(6)
            .Select(word => (Claim: NeighbourOf(word.Word.Stem, claim, words), Source: NeighbourOf(word.Word.Stem, source, words)))
            .Where(pair => pair.Claim is not null && pair.Source is not null && pair.Claim != pair.Source).ToList();
        return neighbours.Any(first => neighbours.Any(second => first.Claim == second.Source && first.Source == second.Claim));
    }

    /// <summary>The nearest word that says something and is not itself one of those compared; the one before wins a tie.</summary>
    private static string? NeighbourOf(string stem, Statement statement, IReadOnlyList<Token> compared)
    {
        var at = statement.Words.FindIndex(word => word.Word.Stem == stem);
        return at < 0 ? null : statement.Words.Select((word, i) => (word, i))
            .Where(pair => !pair.word.Word.IsStopWord && !pair.word.Word.HasDigit && QuantityReader.UnitOf(pair.word.Word) is null && compared.All(other => other.Word.Stem != pair.word.Word.Stem))
            .OrderBy(pair => Math.Abs(pair.i - at)).ThenBy(pair => pair.i)
            .Select(pair => pair.word.Word.Stem).FirstOrDefault();
    }

    private static bool Denies(string text) => NoDenials.Aggregate(text, (rest, word) => rest.Replace(word, "")) is var rest && Denials.Any(rest.Contains);
}
