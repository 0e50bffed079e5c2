using System.Globalization;

namespace ForumQA.Answering.Planning;

/// <summary>The rows of a table that a question picks: "which port does Magpie use", "which services are tier 1", "how many plots have bees".</summary>
/// <remarks>
/// Every word of what is asked must have a part in it: it names a column, picks rows by a cell, or stands over the table. A fact is read off a row by the row's name and a column's;
/// a list or a count picks rows by values, which must be all of a cell or of one of its items: "bees" of "bees, 3 hives", not "roof" of "shed roof leaks".
/// </remarks>
internal sealed class TablePlan : IAnswerPlan
{
    private const int MostRows = 24;

    /// <summary>More rows have the name that is asked for by chance.</summary>
    private const int MostOfFact = 3;

    /// <summary>Longer tables are left to the index.</summary>
    private const int MostRead = 500;

    public PlannedAnswer? Answer(PlanContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Ranking.Question.IsIdeographic || IsSaid(context) ? null : context.LineSource.Tables(context.NearDocuments)
            .Where(table => table.Rows.Count is > 1 and <= MostRead && table.Header.Cells.Count > 1)
            .Select(table => Answer(context, new TableReading(context, table)))
            .FirstOrDefault(answer => answer is not null);
    }

    /// <summary>Whether a sentence says in so many words what is listed or counted.</summary>
    private static bool IsSaid(PlanContext context) => context.Form.Kind switch
    {
        QuestionKind.Count => CountPlan.IsStated(context),
        QuestionKind.List => MatchingLinesPlan.IsSaid(context),
        _ => false,
    };

    private static PlannedAnswer? Answer(PlanContext context, TableReading table)
    {
        if (table.LeavesOut)
        {
            return null;
        }

        var isCount = context.Form.Kind == QuestionKind.Count;
        var rows = context.Form.Kind == QuestionKind.Fact
            ? table.PicksByName && table.Picked.Count <= MostOfFact ? table.Picked : table.PicksByNamedColumns ? table.Picked : []
            : table.PicksByValues ? table.Picked
            : isCount && table.AsksForAll ? table.Rows
            : [];
        return rows.Count == 0 ? null : new PlannedAnswer
        {
            Kind = isCount ? QuestionKind.Count : table.PicksByValues ? QuestionKind.List : QuestionKind.Fact,
            Lead = !isCount ? null
                : table.PicksByValues ? string.Create(CultureInfo.InvariantCulture, $"{rows.Count} {(rows.Count == 1 ? "row" : "rows")} of \"{table.Title}\":")
                : string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows under \"{table.FirstColumn}\":"),
            Sentences = context.LineSource.Quote(rows.Take(context.Count(MostRows))),
        };
    }
}
