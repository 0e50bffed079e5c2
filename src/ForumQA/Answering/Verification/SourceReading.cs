using ForumQA.Text;

namespace ForumQA.Answering.Verification;

/// <summary>How far one sentence of a source says what a claim, or a clause of it, says.</summary>
/// <param name="Coverage">Share of the claim's words and numbers that stand in it, 0 to 1.</param>
/// <param name="Discrepancy">What speaks against it.</param>
internal readonly record struct SourceReading(double Coverage, Discrepancy Discrepancy) : IComparable<SourceReading>
{
    private const double Borrowed = 0.9;
    private const double LeastOwn = 0.5;

    /// <summary>Without discrepancy first, then by coverage.</summary>
    public double Score => Coverage - (Discrepancy == Discrepancy.None ? 0 : 0.5);

    public int CompareTo(SourceReading other) => Score.CompareTo(other.Score);

    /// <summary>Reads a sentence for a claim.</summary>
    /// <param name="part">The claim, or a clause of it.</param>
    /// <param name="whole">All of the claim.</param>
    /// <param name="source">The sentence.</param>
    /// <param name="before">Sentences quoted before it, which may say whom and what it speaks of.</param>
    public static SourceReading Of(Statement part, Statement whole, Statement source, ReadOnlySpan<Statement> before)
    {
        var context = before.ToArray();

        // "Xu spoke of data. Ito agreed." does not say that Xu agreed, but "He agreed" would.
        var speaksOfOthers = !source.HasPronoun && source.Names.Any(name => !Correspondence.HasName(name, source, whole));
        var missing = part.Names.Where(name => !Correspondence.HasName(name, part, source)).ToList();
        var discrepancy = Discrepancy.None;
        if (missing.Exists(name => speaksOfOthers || !Array.Exists(context, other => Correspondence.HasName(name, part, other)))
            || (part != whole && speaksOfOthers && whole.Names.Count > 0 && !whole.Names.Any(name => Correspondence.HasName(name, whole, source))))
        {
            discrepancy |= Discrepancy.Name;
        }

        if (part.Subject is { } subject && source.CreditOf(subject) == 0 && !Array.Exists(context, other => !speaksOfOthers && other.CreditOf(subject) > 0))
        {
            discrepancy |= Discrepancy.Name;
        }

        var (stated, counted, own) = (0.0, 0, 0.0);
        var hasOtherNumbers = source.Quantities.Any(quantity => !whole.Quantities.Any(own => own.IsStatedBy(quantity)));
        foreach (var quantity in part.Quantities)
        {
            var isStated = source.Quantities.Any(quantity.IsStatedBy);
            var isBorrowed = !isStated && !hasOtherNumbers && Array.Exists(context, other => other.Quantities.Any(quantity.IsStatedBy));
            if (!isStated && !isBorrowed && (!quantity.IsVague || source.Quantities.Any(other => other.Values[0] <= 20)))
            {
                discrepancy |= Discrepancy.Number;
            }

            counted += quantity.IsVague && !isStated ? 0 : 1;
            stated += isStated ? 1 : isBorrowed && !quantity.IsVague ? Borrowed : 0;
        }

        if (part.Units.Except(source.Units).Any() && source.Units.Except(whole.Units).Any())
        {
            discrepancy |= Discrepancy.Number;
        }

        discrepancy |= part.DiscrepancyFrom(source);
        foreach (var word in part.Content)
        {
            var credit = IsName(word) && Correspondence.HasName(word, part, source) ? 1 : source.CreditOf(word);
            own += IsName(word) ? 0 : credit;
            for (var i = 0; i < context.Length && credit < Borrowed; i++)
            {
                credit = Math.Max(credit, Borrowed * context[i].CreditOf(word));
            }

            stated += credit;
            counted++;
        }

        // What a sentence says is said in it; sentences before only say of whom.
        var predicates = part.Content.Count(word => !IsName(word));
        return own < LeastOwn * predicates ? new SourceReading(own / counted, discrepancy) : new SourceReading(counted == 0 ? 0 : stated / counted, discrepancy);

        bool IsName(Token word) => part.Names.Any(name => name.Start == word.Start);
    }
}
