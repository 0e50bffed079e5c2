using System.Text.RegularExpressions;
using ForumQA.Answering.Conversation;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>What each word of a question is to a table: the name of a column, a value that picks rows, a part of what stands over it, or none of these.</summary>
internal sealed partial class TableReading
{
    /// <summary>Names of people have no more words.</summary>
    private const int LongestName = 3;

    private readonly PlanContext _context;
    private readonly DocumentTable _table;
    private readonly HashSet<string> _question;
    private readonly List<Token>[][] _cells;
    private readonly HashSet<int> _named;
    private readonly string? _item;
    private readonly List<(Word Word, HashSet<int> Columns)> _picking = [];

    public TableReading(PlanContext context, DocumentTable table)
    {
        (_context, _table) = (context, table);
        _question = context.Ranking.Question.Words.Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);
        _cells = [.. table.Rows.Select(row => row.Cells.Select(cell => Tokenizer.Tokenize(cell)).ToArray())];
        var header = table.Header.Cells.Select(cell => Tokenizer.Tokenize(cell)).ToList();
        var over = Tokenizer.Tokenize($"{table.Header.Heading} {table.Title} {table.Header.Sentences[0].Document.Id}");
        _item = context.Form.Kind == QuestionKind.Count && CountPlan.CountedWord(context.Ranking.Question.Words) is { } counted ? counted.Word.Folded : context.Form.ItemWord;
        var asked = context.Ranking.Question.Words.Where(word => !word.Word.IsStopWord && !IsItem(word.Word)).ToList();
        var content = new AskedWords(context.Ranking.Question.Words, context.Form).Content.Where(word => !IsItem(word)).ToList();

        // "Tier 1": a word that asks for nothing elsewhere may name a column.
        _named = [.. asked.SelectMany(word => ColumnsWith(word.Word))];
        var missing = new List<Word>();
        foreach (var word in content.Where(word => !ColumnsWith(word).Any()))
        {
            var columns = ColumnsOf(word);
            if (columns.Count > 0)
            {
                _picking.Add((word, columns));
            }
            else if (!AskedWords.Has(over, word) && !FormPhrases.Default.Has("tables", word.Folded) && !FormPhrases.Default.Has("documents", word.Folded))
            {
                missing.Add(word);
            }
        }

        LeavesOut = missing.Count > 1 || (missing.Count == 1 && !IsVerb(missing[0]));
        Picked = _picking.Count == 0 ? [] : [.. table.Rows.Where((_, row) => _picking.TrueForAll(pick => pick.Columns.Any(column => AskedWords.Has(_cells[row][column], pick.Word))))];
        IsOfItems = _item is not null && (FormPhrases.Default.Has("plain", _item) || AskedWords.Has(over, Tokenizer.WordOf(_item)) || ColumnsWith(Tokenizer.WordOf(_item)).Any()
            || content.Exists(word => AskedWords.Has(over, word)));

        bool IsItem(Word word) => word.Folded == _item || context.Form.ItemWords.Contains(word.Folded);

        IEnumerable<int> ColumnsWith(Word word) => Enumerable.Range(0, header.Count).Where(column => AskedWords.Has(header[column], word));
    }

    /// <summary>The title of the document.</summary>
    public string Title => _table.Title;

    /// <summary>The name of the first column.</summary>
    public string FirstColumn => _table.Header.Cells[0];

    public IReadOnlyList<DocumentLine> Rows => _table.Rows;

    /// <summary>The rows with all words that pick any; none when no word does.</summary>
    public IReadOnlyList<DocumentLine> Picked { get; }

    /// <summary>Whether something is asked of which the table has nothing.</summary>
    public bool LeavesOut { get; }

    /// <summary>Whether the table is of what is listed or counted, as far as its names tell.</summary>
    private bool IsOfItems { get; }

    /// <summary>Whether rows are picked by what they are called, and a column is named: the cell that is asked for.</summary>
    public bool PicksByName => Picked.Count > 0 && _picking.Exists(pick => pick.Columns.Overlaps(Keys())) && _named.Except(Keys()).Except(_picking.SelectMany(pick => pick.Columns)).Any();

    /// <summary>Whether the column of every value is named beside it: "tier 1".</summary>
    public bool PicksByNamedColumns => HasValues && _picking.TrueForAll(pick => pick.Columns.Overlaps(_named));

    /// <summary>Whether every word that picks rows is all of a cell, or of an item in it, together with the others; not every row is picked.</summary>
    public bool PicksByValues => IsOfItems && HasValues;

    private bool HasValues => Picked.Count > 0 && Picked.Count < _table.Rows.Count
        && Picked.All(row => _picking.TrueForAll(pick => pick.Columns.Any(column => IsValue(row.Cells[column], pick.Word))));

    /// <summary>Whether the rows are what is counted, and nothing picks among them.</summary>
    public bool AsksForAll => _picking.Count == 0 && _item is not null && Tokenizer.Tokenize(FirstColumn) is [var only] && only.Word.Stem == Tokenizer.WordOf(_item).Stem;

    /// <summary>The columns in which a word picks rows; where one of several is named, only that: "first" of two columns with names of people.</summary>
    private HashSet<int> ColumnsOf(Word word)
    {
        HashSet<int> columns = [.. Enumerable.Range(0, _table.Header.Cells.Count).Where(column => _cells.Any(row => AskedWords.Has(row[column], word)))];
        return columns.Count > 1 && columns.Overlaps(_named) ? [.. columns.Intersect(_named)] : columns;
    }

    /// <summary>The columns that say what a row is of: the first, and the next one behind numbers or dates, as "PM 1923.1".</summary>
    private IEnumerable<int> Keys()
    {
        var isNumbered = _table.Rows.Count(row => row.Cells[0].Any(char.IsAsciiDigit)) * 2 > _table.Rows.Count;
        return isNumbered && _table.Rows.Select(row => row.Cells[1]).Distinct(StringComparer.Ordinal).Count() == _table.Rows.Count ? [0, 1] : [0];
    }

    /// <summary>Whether a cell has an item with a word of which the question has all words, or that is somebody's name.</summary>
    private bool IsValue(string cell, Word word) => ItemBreak().Split(cell).Select(item => Tokenizer.Tokenize(item)).Where(item => AskedWords.Has(item, word))
        .Any(item => item.Where(other => !other.Word.IsStopWord).All(other => _question.Contains(other.Word.Stem)) || IsName(item));

    private static bool IsName(List<Token> item) => item.Count is > 1 and <= LongestName && item.TrueForAll(word => word.IsCapitalized && !word.Word.HasDigit);

    /// <summary>Whether a word only says that something is so: "kept" of "are kept in", "use" of "does it use?".</summary>
    private bool IsVerb(Word word)
    {
        var words = _context.Ranking.Question.Words;
        var at = words.Select((token, place) => (token, place)).First(pair => pair.token.Word.Folded == word.Folded).place;
        var before = words.Take(at).Select(token => token.Word).ToList();
        return at > 0 && (FollowUpWords.Verbs.Contains(before[^1].Folded)
            || (at == words.Count - 1 && !before[^1].IsStopWord && before.Exists(other => FollowUpWords.Auxiliaries.Contains(other.Folded))));
    }

    [GeneratedRegex(@"[,;/()]", RegexOptions.CultureInvariant)]
    private static partial Regex ItemBreak();
}
