using ForumQA.Answering;
using ForumQA.Answering.Verification;
using ForumQA.Benchmarks.Answers;

namespace ForumQA.Benchmarks.Support;

/// <summary>Claims with quotations that carry them or do not, as the model of the judge is learned from.</summary>
internal static class SupportRows
{
    /// <summary>The three kinds of rows, each as heavy as the others, and in each what is supported as heavy as what is not.</summary>
    public static LearnedModel<SupportFeature> Learn(SupportData data, Func<string, bool> isLearned) =>
        Learners.LearnLogistic<SupportFeature>(ReadWeighed(data, isLearned), least: 0);

    /// <summary>All rows with their weights.</summary>
    public static IReadOnlyList<(float[] Row, bool IsPositive, double Weight)> ReadWeighed(SupportData data, Func<string, bool> isLearned)
    {
        var (claims, sources, planted) = Read(data, isLearned);
        return [.. Weigh(claims), .. Weigh(sources), .. Weigh(planted)];
    }

    /// <summary>Claims and their evidence, sentences and single sources, true and false sentences.</summary>
    public static (List<SupportRow> Claims, List<SupportRow> Sources, List<SupportRow> Planted) Read(SupportData data, Func<string, bool> isLearned)
    {
        var claims = data.Claims.Where(claim => isLearned(claim.Question) && claim.Evidence.Count > 0)
            .Select(claim => new SupportRow(ReadRow(claim.Text, claim.Evidence), claim.Verdict == Verdict.Complete));
        var sentences = data.Sentences.Where(sentence => isLearned(sentence.Question)).ToList();
        var sources = sentences.Where(sentence => sentence.Sentence.Markers.Count == 1)
            .SelectMany(sentence => sentence.Sources.Select(source => new SupportRow(ReadRow(sentence.Sentence.Text, [source]), sentence.Sentence.Markers.Contains(source.Number))));
        var planted = PlantedErrors.In(sentences).SelectMany(planted => new[]
        {
            new SupportRow(ReadRow(planted.Right.Sentence.Text, Own(planted.Right)), true),
            new SupportRow(ReadRow(planted.Wrong, Own(planted.Right)), false),
        });
        return ([.. claims], [.. sources], [.. planted]);
    }

    public static IReadOnlyList<SuppliedPassage> Own(QuotedSentence sentence) =>
        [.. sentence.Sources.Where(source => sentence.Sentence.Markers.Contains(source.Number))];

    private static float[] ReadRow(string text, IReadOnlyList<SuppliedPassage> sources)
    {
        var claim = Claim.Of(text);
        var best = sources.Select(source => new SuppliedText(source).Find(claim)).OfType<Quotation>().MaxBy(quotation => quotation.Judgement.Score);
        return [.. SupportJudge.Read(claim, best is null ? [] : [best.Statements]).Features.Select(value => (float)value)];
    }

    private static IEnumerable<(float[] Row, bool IsPositive, double Weight)> Weigh(List<SupportRow> rows)
    {
        var positives = rows.Count(row => row.IsPositive);
        return rows.Select(row => (row.Row, row.IsPositive, row.IsPositive ? 500.0 / positives : 500.0 / (rows.Count - positives)));
    }
}

/// <summary>What the model sees of a claim and its best quotation.</summary>
/// <param name="Row">By <see cref="SupportFeature"/>.</param>
/// <param name="IsPositive">Whether it is supported.</param>
internal sealed record SupportRow(float[] Row, bool IsPositive);

/// <summary>True sentences made false by one change.</summary>
internal static class PlantedErrors
{
    /// <summary>For each sentence that is carried by its own sources, a number, a name, a word or its negation changed, as far as it has them.</summary>
    public static IEnumerable<(string Kind, QuotedSentence Right, string Wrong)> In(IReadOnlyList<QuotedSentence> sentences)
    {
        var random = new Random(5);
        foreach (var sentence in sentences)
        {
            var text = sentence.Sentence.Text;
            var statement = Statement.Of(text);
            var own = string.Join(' ', SupportRows.Own(sentence).Select(source => source.Text));
            // By coverage and rules, not by the model that is learned from these.
            var claim = Claim.Of(text);
            if (!SupportRows.Own(sentence).Any(source => new SuppliedText(source).Find(claim) is { Judgement.Score: > 1 }))
            {
                continue;
            }

            var other = Statement.Of(sentences[random.Next(sentences.Count)].Sentence.Text);
            if (statement.Words.Find(word => word.Word.Folded.All(char.IsAsciiDigit)) is { Length: > 0 } number)
            {
                yield return ("number", sentence, $"{text[..(number.End - 1)]}{(text[number.End - 1] - '0' + 1 + random.Next(8)) % 10}{text[number.End..]}");
            }

            if (statement.Names.Count > 0 && other.Names.Count > 0)
            {
                var (name, instead) = (statement.Names[random.Next(statement.Names.Count)], other.Names[random.Next(other.Names.Count)]);
                var replacement = other.Text[instead.Start..instead.End];
                if (!own.Contains(replacement, StringComparison.OrdinalIgnoreCase))
                {
                    yield return ("name", sentence, text[..name.Start] + replacement + text[name.End..]);
                }
            }

            var words = statement.Content.Where(word => !word.IsCapitalized && !word.Word.HasDigit).ToList();
            var others = other.Content.Where(word => !word.IsCapitalized && !word.Word.HasDigit && !own.Contains(word.Word.Folded, StringComparison.OrdinalIgnoreCase)).ToList();
            if (words.Count > 0 && others.Count > 0)
            {
                var (word, instead) = (words[random.Next(words.Count)], others[random.Next(others.Count)]);
                yield return ("word", sentence, text[..word.Start] + other.Text[instead.Start..instead.End] + text[word.End..]);
            }

            foreach (var verb in new[] { " is ", " was ", " are ", " were ", " has ", " can " })
            {
                if (text.IndexOf(verb, StringComparison.Ordinal) is > 0 and var at)
                {
                    yield return ("negation", sentence, $"{text[..(at + verb.Length)]}not {text[(at + verb.Length)..]}");
                    break;
                }
            }
        }
    }
}
