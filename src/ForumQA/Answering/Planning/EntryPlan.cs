using System.Text.RegularExpressions;

namespace ForumQA.Answering.Planning;

/// <summary>What a glossary, a list of options or a table says of one term: "what does -n do", "what is slack water", "how accurate is the X1".</summary>
internal sealed partial class EntryPlan : IAnswerPlan
{
    private const int MostSentences = 3;

    private const int MostOfList = 12;

    /// <summary>Of a single word there are too many longer names.</summary>
    private const int FewestWords = 2;

    public PlannedAnswer? Answer(PlanContext context)
    {
        var options = Option().Matches(context.Ranking.Question.Text).Select(match => match.Value).ToList();
        if (options.Count > 0)
        {
            return Of(context, [.. context.Lines(context.NearDocuments).Where(line => options.Exists(option => NamesOf(line).Contains(option)))]);
        }

        var asked = new AskedWords(context.Ranking.Question.Words, context.Form);
        if (context.Form is { Kind: QuestionKind.Summary, NamesASubject: false })
        {
            return Keyed(context, asked);
        }

        var found = context.Lines(context.NearDocuments)
            .Where(line => line.Term.Length > 0 && !IsSpoken(context, line) && IsAsked(context, asked, line))
            .Select(line => (Line: line, Words: Text.Tokenizer.Tokenize(line.Term).Count))
            .ToList();
        if (found.Count == 0)
        {
            return NamedInPart(context, asked) ?? LongerNamed(context, asked) ?? NoSuchRow(context, asked);
        }

        if (context.Form.Kind == QuestionKind.List)
        {
            // "List the workshops": "Workshop A, ..." and "Workshop B, ...". A word that only some have narrows them: "in July".
            var narrowing = asked.Content.Where(word => found.Exists(entry => AskedWords.Has(entry.Line.Text, word))).ToList();
            return Of(context, found.ConvertAll(entry => entry.Line).FindAll(line => narrowing.TrueForAll(word => AskedWords.Has(line.Text, word))), context.Count(MostOfList));
        }

        var longest = found.Max(entry => entry.Words);
        return Of(context, [.. found.Where(entry => entry.Words == longest).Select(entry => entry.Line)]);
    }

    /// <summary>"Where is the lost property?" of a line "Lost property office: ...": the name has more than the question, and the question nothing else.</summary>
    private static PlannedAnswer? LongerNamed(PlanContext context, AskedWords asked)
    {
        if (asked.Content.Count < FewestWords)
        {
            return null;
        }

        var found = context.Lines(context.NearDocuments).Where(line => line.Kind != LineKind.Row && line.Term.Length > 0 && asked.Content.All(word => AskedWords.Has(line.Term, word)))
            .Where(line => Text.Tokenizer.Tokenize(line.Term).Count(word => !word.Word.IsStopWord) <= 2 * asked.Content.Count).ToList();
        return Of(context, found);
    }

    /// <summary>"Who has plot 9?" of a table of plots that has no 9.</summary>
    private static PlannedAnswer? NoSuchRow(PlanContext context, AskedWords asked)
    {
        var numbers = asked.Content.Where(word => word.Folded.All(char.IsAsciiDigit)).ToList();
        if (numbers.Count == 0 || context.Form.Kind is not (QuestionKind.Fact or QuestionKind.List))
        {
            return null;
        }

        foreach (var table in context.LineSource.Tables(context.NearDocuments))
        {
            var (header, rows) = table;
            var isKey = rows.Count > 1 && rows.Count(row => row.Term.All(char.IsAsciiDigit)) * 2 > rows.Count && Text.Tokenizer.Tokenize(header.Cells[0]) is [var key] && IsBefore(context, key.Word, numbers[0]);
            if (isKey && numbers.TrueForAll(number => !rows.Any(row => row.Term == number.Folded)))
            {
                return new PlannedAnswer
                {
                    Kind = QuestionKind.Fact,
                    Doubt = $"The table of \"{table.Title}\" has no row for {header.Cells[0].ToLowerInvariant()} {string.Join(" or ", numbers.Select(number => number.Folded))}.",
                };
            }
        }

        return null;
    }

    /// <summary>Whether a number stands right behind a noun: "plots 9 and 10".</summary>
    private static bool IsBefore(PlanContext context, Text.Word noun, Text.Word number)
    {
        var words = context.Ranking.Question.Words;
        return words.Zip(words.Skip(1)).Any(pair => pair.First.Word.Stem == noun.Stem && pair.Second.Word.Folded == number.Folded);
    }

    /// <summary>"Tell me about plot 28": the row with that number under "Plot".</summary>
    private static PlannedAnswer? Keyed(PlanContext context, AskedWords asked) => Of(context,
    [
        .. context.Lines(context.NearDocuments).Where(line => line.Kind == LineKind.Row && context.LineSource.HeaderOf(line) is { } header
            && line.Term.Any(char.IsDigit) && asked.HasAllOf(line.Term) && asked.Content.All(word => AskedWords.Has($"{line.Term} {header.Cells[0]}", word))),
    ]);

    /// <summary>"Settings for oak and felt": rows that the question names by a word that no other row has, one for each word.</summary>
    private static PlannedAnswer? NamedInPart(PlanContext context, AskedWords asked)
    {
        foreach (var table in context.LineSource.Tables(context.NearDocuments))
        {
            var rows = table.Rows;
            var named = asked.Content.Select(word => (Word: word, Rows: rows.Where(row => AskedWords.Has(row.Term, word)).ToList())).Where(word => word.Rows.Count == 1).ToList();
            var around = table.Around;
            if (named.Count > 0 && asked.Content.All(word => named.Exists(row => row.Word == word) || AskedWords.Has(around, word) || FormPhrases.Default.Has("entry", word.Folded) || context.Scope.Words.Contains(word.Folded))
                && asked.Content.Any(word => AskedWords.Has(around, word)))
            {
                return Of(context, [.. rows.Where(row => named.Exists(word => word.Rows.Contains(row)))]);
            }
        }

        return null;
    }

    /// <summary>"Who is Ada Quill?" is not told by what stands behind "Ada Quill:" in a talk.</summary>
    private static bool IsSpoken(PlanContext context, DocumentLine line) =>
        line.Kind == LineKind.Text && context.Scope.People.Any(person => person.Name == line.Term)
        && context.LineSource.Of(line.Sentences[0].Document.Id).Count(other => other.Term == line.Term) > 1;

    private static PlannedAnswer? Of(PlanContext context, List<DocumentLine> lines, int most = MostSentences)
    {
        // One document tells; another that has the term too may mean another thing.
        var first = lines.FirstOrDefault();
        return first is null ? null : new PlannedAnswer
        {
            Kind = QuestionKind.Fact,
            Sentences = [.. context.LineSource.Quote(lines.Where(line => line.Sentences[0].Document.Id == first.Sentences[0].Document.Id).Take(most)).Take(2 * most)],
        };
    }

    /// <summary>Whether a line explains what is asked about, and all that is asked besides stands on it, over it or in its title.</summary>
    private static bool IsAsked(PlanContext context, AskedWords asked, DocumentLine line)
    {
        var header = context.LineSource.HeaderOf(line);
        if (line.Kind == LineKind.Row && header is null)
        {
            return false;
        }

        var term = NamesOf(line).FirstOrDefault(name => asked.HasAllOf(context.Form.Kind == QuestionKind.List ? Designator().Replace(name, "") : name));
        if (term is null)
        {
            return false;
        }

        var rest = asked.Content.Where(word => !AskedWords.Has(term, word) && !context.Scope.Words.Contains(word.Folded)).ToList();
        var around = $"{line.Heading} {line.Sentences[0].Document.Title} {header?.Text} {line.Text}";
        return rest.TrueForAll(word => AskedWords.Has(around, word) || FormPhrases.Default.Has("entry", word.Folded)) && (IsTelling(term) || rest.Count > 0);
    }

    /// <summary>Whether a term says what it is without its heading: "4" of a list of codes does not.</summary>
    private static bool IsTelling(string term) => term.Count(char.IsLetter) > 1;

    /// <summary>The names that a term has: "-o DIR, --output DIR" has two, each without what it takes.</summary>
    private static IEnumerable<string> NamesOf(DocumentLine line)
    {
        var parts = line.Term.Split(", ", StringSplitOptions.TrimEntries);
        return line.Term.StartsWith('-') ? parts.Select(part => part.Split(' ', '=')[0])
            : parts.Length > 1 ? parts.Prepend(line.Term)
            : [line.Term];
    }

    // "Workshop B", "Plot 9".
    [GeneratedRegex(@"(?<=\w) (?:\p{Lu}|\d{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Designator();

    [GeneratedRegex(@"(?<![\w-])--?[A-Za-z][\w-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
