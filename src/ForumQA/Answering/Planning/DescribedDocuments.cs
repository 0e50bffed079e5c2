using System.Globalization;
using ForumQA.Storage;
using ForumQA.Text;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Finds the one document that a question describes by its kind and by its date, its writer or its subject: "the February meeting", "the treasurer's letter".</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">The question's folded words.</param>
/// <param name="form">How it is put.</param>
internal sealed class DescribedDocuments(IndexSnapshot snapshot, string[] question, QuestionForm form)
{
    /// <summary>With more documents than these, their openings are not read.</summary>
    private const int MostDocuments = 200;

    /// <summary>In UTF-16 code units: where a letter says from whom it is and a record of what day.</summary>
    private const int Opening = 400;

    /// <summary>What a word is worth that stands in the opening and not in the title or the file's name.</summary>
    private const double OpeningCredit = 0.5;

    /// <summary>The document and the words that describe it; none when none is described or several are.</summary>
    public (IReadOnlyList<string> Ids, IReadOnlyList<string> Words) Find()
    {
        var noun = Array.FindIndex(question, word => FormPhrases.Default.Has("described", word) || FormPhrases.Default.Has("minuted", word));
        if (noun < 0 || snapshot.Documents.Count() > MostDocuments)
        {
            return ([], []);
        }

        var documents = snapshot.Documents.List().Select(Read).ToList();
        var kinds = KindsOf(question[noun]);
        var ofKind = documents.FindAll(document => kinds.Any(document.Named.Contains));
        ofKind = ofKind.Count > 0 ? ofKind : documents.FindAll(document => kinds.Any(document.Opened.Contains));
        var (month, year) = (DatedDocuments.MonthAt(question), Array.FindIndex(question, word => word.Length == 4 && word.All(char.IsAsciiDigit)));
        var dated = ofKind.FindAll(document => document.Dates.Exists(date => (month < 0 || date.Month == MonthName.NumberOf(question[month])) && (year < 0 || date.Year == question[year])));
        ofKind = month >= 0 ? dated : dated.Count > 0 ? dated : ofKind;
        var named = (month >= 0 ? new[] { question[noun], question[month] } : [question[noun]]).Concat(year >= 0 && dated.Count > 0 ? [question[year]] : []).ToList();
        if (ofKind.Count < 2)
        {
            return ([.. ofKind.Select(document => document.Id)], ofKind.Count > 0 ? named : []);
        }

        var asked = question.Where(word => !named.Contains(word) && !StopWordList.Contains(word) && !form.Words.Contains(word)).Select(word => (Word: word, Tokenizer.WordOf(word).Stem)).ToList();
        var scored = ofKind.Select(document => (document.Id, Score: asked.Sum(word => Credit(document, word.Stem) * Rarity(word.Stem)))).OrderByDescending(match => match.Score).ToList();
        return scored[0].Score > scored[1].Score
            ? ([scored[0].Id], [.. named, .. asked.Where(word => Credit(ofKind.Find(document => document.Id == scored[0].Id)!, word.Stem) > 0).Select(word => word.Word)])
            : ([], []);

        double Rarity(string stem) => Math.Log(1 + (ofKind.Count / (double)Math.Max(1, ofKind.Count(document => Credit(document, stem) > 0))));
    }

    /// <summary>The one document whose title or file's name has all words, or a date for the name of a month: "march incident"; null when none or several have.</summary>
    public string? FindByName()
    {
        var found = snapshot.Documents.Count() > MostDocuments ? [] : snapshot.Documents.List().Select(Read).Where(document => Array.TrueForAll(question, word =>
            document.Named.Contains(Tokenizer.WordOf(word).Stem) || (MonthName.Is(word) && document.Dates.Exists(date => date.Month == MonthName.NumberOf(word))))).ToList();
        return found is [var only] ? only.Id : null;
    }

    private static double Credit(Described document, string stem) => document.Named.Contains(stem) ? 1 : document.Opened.Contains(stem) ? OpeningCredit : 0;

    /// <summary>The stems by which papers of a kind are called; what was said at a meeting stands in its minutes.</summary>
    private static string[] KindsOf(string noun) =>
        [Tokenizer.WordOf(noun).Stem, .. FormPhrases.Default.Has("minuted", noun) ? FormPhrases.Default.Words("minutes").Select(word => Tokenizer.WordOf(word).Stem) : []];

    private Described Read(IndexedDocument document)
    {
        var text = snapshot.Documents.Find(document.Id)?.Text ?? "";
        var name = Path.GetFileNameWithoutExtension(document.Id);
        return new Described(
            document.Id,
            StemsOf($"{document.Title} {name}"),
            StemsOf(text[..Math.Min(Opening, text.Length)]),
            [.. DatesOf(document, name)]);
    }

    /// <summary>The date of the front matter and those in the name, the title and the opening; where the name or the front matter tells, the opening is not asked.</summary>
    private IEnumerable<(string Year, int Month)> DatesOf(IndexedDocument document, string name)
    {
        var mentioned = snapshot.Mentions.InDocument(document.Id).Where(mention => mention.Kind == MentionKind.Date && mention.Start < Opening).Select(mention => mention.Key);
        var told = DateFinder.KeysIn($"{(document.Metadata.TryGetValue("date", out var date) ? date : "")} {DatedDocuments.DateIn(name)} {name.Replace('_', ' ')} {document.Title}").ToList();
        return (told.Count > 0 ? told : mentioned.Take(1)).Select(key => key.Split('-'))
            .Where(parts => parts.Length > 1).Select(parts => (parts[0], int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : 0));
    }

    private static HashSet<string> StemsOf(string text) => Tokenizer.Tokenize(text).Select(word => word.Word.Stem).ToHashSet(StringComparer.Ordinal);

    /// <param name="Id">The document.</param>
    /// <param name="Named">The stems of its title and its file's name.</param>
    /// <param name="Opened">Those of its opening.</param>
    /// <param name="Dates">Of what months it is.</param>
    private sealed record Described(string Id, HashSet<string> Named, HashSet<string> Opened, List<(string Year, int Month)> Dates);
}
