namespace ForumQA.Answering.Verification;

/// <summary>A number in a text, with its unit.</summary>
/// <param name="Values">What it may mean: <c>1.500</c> is 1,500 in German and 1.5 in English.</param>
/// <param name="Unit">As <c>quantities.txt</c> names it; null when it has none that is listed.</param>
/// <param name="IsRounded">Whether the text says that it is not exact, as "about" does.</param>
/// <param name="IsVague">Whether it is a word that often is no number, as "one" and "second" are.</param>
/// <param name="Start">Where its first word starts, in UTF-16 code units.</param>
/// <param name="End">Where its last digit, multiplier or unit ends.</param>
internal sealed record Quantity(IReadOnlyList<double> Values, string? Unit, bool IsRounded, bool IsVague, int Start, int End)
{
    /// <summary>Nobody says "about 30" of 25, although it can be rounded so.</summary>
    private const double RoundedBy = 0.15;

    /// <summary>Whether this number of a claim is the other of a source.</summary>
    public bool IsStatedBy(Quantity other) => (IsVague || !other.IsVague) && !ContradictsUnitOf(other) && Values.Any(value => other.Values.Any(source => IsSame(value, source)));

    private bool ContradictsUnitOf(Quantity other) => Unit is not null && other.Unit is not null && Unit != other.Unit;

    /// <summary>"About 1.5 million" may be said of 1,483,000, which rounds to it.</summary>
    private bool IsSame(double value, double source)
    {
        var difference = Math.Abs(value - source);
        return difference <= 1e-9 * Math.Abs(value) || (IsRounded && difference <= LastPlace(value) / 2 && difference <= RoundedBy * Math.Abs(value));
    }

    private static double LastPlace(double value)
    {
        var place = 1.0;
        while (place <= Math.Abs(value) && Math.Abs(value % (place * 10)) < 1e-9)
        {
            place *= 10;
        }

        while (place > 1e-6 && Math.Abs((value / place) - Math.Round(value / place)) > 1e-9)
        {
            place /= 10;
        }

        return place;
    }
}
