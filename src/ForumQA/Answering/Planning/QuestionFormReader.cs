using System.Collections.Frozen;
using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Answering.Planning;

/// <summary>Reads how a question is put, by the words of <c>question-forms.txt</c>. Needs no index and no model.</summary>
internal static class QuestionFormReader
{
    /// <summary>A message of so few words without a verb or a question word names a subject: "data protection".</summary>
    private const int LongestSubject = 4;

    /// <summary>More words would be a document; retrieval reads as many.</summary>
    private const int LongestQuestion = 200;

    private static readonly string[] PhraseLists = ["summary", "comparison", "list", "count", "speaking", "documents", "quotes", "saying", "steps", "definition"];

    /// <summary>What an answer is measured in.</summary>
    private static readonly FrozenSet<string> Measures = Lexicon.Of("measure of an answer");

    /// <summary>Reads a question.</summary>
    /// <param name="question">Its text, not blank.</param>
    /// <param name="isKnown">Whether the index has a word; what it does not have may be a misspelt word of a form. Null when every word is spelled as meant.</param>
    /// <param name="wanted">The kind of answer that the caller asks for; null for the one that the words ask for.</param>
    public static QuestionForm Read(string question, Func<Word, bool>? isKnown = null, QuestionKind? wanted = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        var phrases = FormPhrases.Default;
        var asked = Tokenizer.Tokenize(question).Take(LongestQuestion).ToList().FindAll(word => !phrases.Has("fillers", word.Word.Folded));
        var words = isKnown is null ? asked : asked.ConvertAll(word => phrases.Correct(word, isKnown));
        var corrections = asked.Zip(words).Where(pair => pair.First.Word != pair.Second.Word)
            .DistinctBy(pair => pair.First.Word.Folded).ToDictionary(pair => pair.First.Word.Folded, pair => pair.Second.Word);

        var found = PhraseLists.ToDictionary(list => list, list => phrases.Find(list, question, words), StringComparer.Ordinal);

        if (found["speaking"] is null && SpeakingVerb(words) is { } verb)
        {
            found["speaking"] = [verb];
        }

        // "Who spoke about productivity?" asks for people, "what did he say" for what was said.
        var saying = found["saying"] is not null && found["speaking"] is null && !AsksWho(words);
        var (items, itemWords) = ItemReader.Read(words, saying);
        var itemWord = itemWords.Count > 0 ? itemWords[^1] : null;
        var kind = wanted ?? KindOf(question, words, found, saying, items, itemWord);
        var framing = words.Where(word => word.Word.IsStopWord || phrases.Has("frame", word.Word.Folded))
            .Select(word => word.Word.Folded)
            .Concat(corrections.Keys)
            .Concat(phrases.Words("fillers"))
            .Concat(found.Values.OfType<IReadOnlyList<int>>().SelectMany(places => places).Select(place => words[place].Word.Folded))
            .ToHashSet(StringComparer.Ordinal);
        if (itemWord is not null && kind is QuestionKind.List or QuestionKind.Count or QuestionKind.Documents && (items != ItemKind.Statements || phrases.Has("plain", itemWord!)))
        {
            framing.UnionWith(itemWords);
        }

        framing.UnionWith(words.Zip(words.Skip(1)).Where(pair => phrases.Has("qualifying", pair.First.Word.Folded) && pair.Second.Word.Folded.EndsWith('s')).Select(pair => pair.First.Word.Folded));
        if (items is ItemKind.People or ItemKind.Organizations)
        {
            // "Who spoke at the forums": at any of them.
            framing.UnionWith(words.Where(word => phrases.Has("general", word.Word.Folded)).Select(word => word.Word.Folded));
            framing.UnionWith(words.Where(word => phrases.Has("events", word.Word.Folded) && word.Word.Folded.EndsWith('s')).Select(word => word.Word.Folded));
        }

        if (kind == QuestionKind.Comparison)
        {
            // "At the two forums".
            framing.UnionWith(phrases.Words("events"));
            framing.UnionWith(phrases.Words("numerals"));
        }

        if (saying)
        {
            // "What did Acme's representative say?": whoever speaks for it.
            framing.UnionWith(phrases.Words("spokespeople"));
        }

        if (kind is QuestionKind.Documents or QuestionKind.Summary)
        {
            framing.UnionWith(words.Where(word => phrases.Has("documents", word.Word.Folded)).Select(word => word.Word.Folded));
        }

        var limit = FindLimit(words, itemWord);
        if (limit is { } place)
        {
            // "In three sentences": the number is the answer's length, and is looked for in no document.
            framing.Add(words[place].Word.Folded);
        }

        return new QuestionForm(kind, items, limit is null ? null : CardinalNumber.Of(words[limit.Value].Word.Folded), itemWord, framing, saying)
        {
            IsKindGiven = wanted is not null,
            ItemWords = itemWords,
            AsksForSteps = found["steps"] is not null,
            AsksForParticipants = words.Exists(word => phrases.Has("participated", word.Word.Folded)),
            NamesASubject = kind == QuestionKind.Summary && found["summary"] is null,
            Corrections = corrections,
        };
    }

    private static QuestionKind KindOf(
        string question, List<Token> words, Dictionary<string, IReadOnlyList<int>?> found, bool saying, ItemKind items, string? itemWord)
    {
        if (found["documents"] is not null || (found["count"] is not null && words.Exists(word => FormPhrases.Default.Has("documents", word.Word.Folded))))
        {
            return QuestionKind.Documents;
        }

        // "What does the number of readings depend on?" asks for no count.
        if (found["count"] is [var counting, ..] ? words[counting].Word.Folded != "number" || words.Take(counting).All(word => word.Word.IsStopWord || FormPhrases.Default.Has("frame", word.Word.Folded)) : found["count"] is not null)
        {
            return QuestionKind.Count;
        }

        // "List what both have in common" asks for one list.
        if (found["comparison"] is { } comparing && !(found["list"] is not null && comparing.All(place => words[place].Word.Folded is "in" or "common")))
        {
            return QuestionKind.Comparison;
        }

        // "What has become dearer from 2024 to 2025?"
        if (words.Exists(word => FormPhrases.Default.Has("changing", word.Word.Folded)) && words.Select(word => word.Word.Folded).Where(word => CalendarYear.IsYear(word)).Distinct().Count() > 1)
        {
            return QuestionKind.Comparison;
        }

        // "Which is older, the mill or the inn?"
        if (words.Exists(word => FormPhrases.Default.Has("comparative", word.Word.Folded)) && words.Exists(word => word.Word.Folded == "or") && words[0].Word.Folded is "which" or "who" or "what")
        {
            return QuestionKind.Comparison;
        }

        if (saying && found["list"] is null && found["summary"] is null)
        {
            return OpensAsYesNo(words) ? QuestionKind.YesNo : QuestionKind.List;
        }

        if (found["summary"] is not null || EndsInAbout(words) || (found["quotes"] is null && found["list"] is null && NamesASubject(question, words)))
        {
            return QuestionKind.Summary;
        }

        if (found["list"] is not null || found["speaking"] is not null || found["quotes"] is not null || AsksForItems(words, itemWord, items))
        {
            return QuestionKind.List;
        }

        return OpensAsYesNo(words) ? QuestionKind.YesNo : QuestionKind.Fact;
    }

    private static AnswerKind AskedKind(Token word) => QuestionWords.Default.Asking.GetValueOrDefault(word.Word.Folded);

    /// <summary>"Who ...", "which companies ...".</summary>
    private static bool AsksWho(List<Token> words)
    {
        // "Which of the speakers ...".
        var which = words.FindIndex(word => word.Word.Folded is "which" or "what");
        return words.Exists(word => word.Word.Folded is "who" or "whom")
            || (which >= 0 && words.Skip(which + 1).FirstOrDefault(word => !word.Word.IsStopWord) is { Length: > 0 } noun
                && (FormPhrases.Default.Has("people", noun.Word.Folded) || FormPhrases.Default.Has("organizations", noun.Word.Folded)));
    }

    /// <summary>The place of the verb in "who at the 16th forum talked about privacy"; null when there is none.</summary>
    private static int? SpeakingVerb(List<Token> words)
    {
        var who = words.FindIndex(word => word.Word.Folded is "who");
        var verb = who < 0 ? -1 : words.FindIndex(who, word => FormPhrases.Default.Has("spoken", word.Word.Folded));
        return verb >= 0 ? verb : null;
    }

    /// <summary>"Which companies ...", "what reasons ...": the noun after the question word, in the plural.</summary>
    private static bool AsksForItems(List<Token> words, string? itemWord, ItemKind items)
    {
        if (itemWord is null)
        {
            return false;
        }

        var at = words.FindIndex(word => word.Word.Folded == itemWord);
        var isPlural = itemWord.EndsWith('s') || itemWord == "people";
        if (!isPlural)
        {
            return false;
        }

        // "All five reasons", "the mayor's reasons": the number, "all" or an owner says that it is all of them, unless it is asked whose or when they were.
        var before = at > 0 ? words[at - 1].Word.Folded : "";
        if ((before is "all" or "s" || CardinalNumber.Of(before) > 1) && !FormPhrases.Default.Has("single", words[0].Word.Folded) && !OpensAsYesNo(words))
        {
            return true;
        }

        // "Action items of the last meeting": no question word, and the items come first.
        if (at <= 2 && !words.Exists(word => QuestionWords.Default.Asking.ContainsKey(word.Word.Folded)))
        {
            return true;
        }

        var asks = words.Take(at).Any(word => FormPhrases.Default.Has("listing", word.Word.Folded));
        return asks && at <= 5 && (items != ItemKind.Statements || at <= 4 || at == words.Count - 1);
    }

    /// <summary>"What is the essay about?"</summary>
    private static bool EndsInAbout(List<Token> words) => words.Count is > 2 and < 12 && words[^1].Word.Folded == "about" && words[0].Word.Folded is "what" or "whats";

    private static bool NamesASubject(string question, List<Token> words) =>
        words.Count is > 0 and <= LongestSubject
        && !question.TrimEnd().EndsWith('?')
        && !words.Exists(word => word.Word.IsIdeographic)
        && words.Exists(word => !word.Word.IsStopWord)
        && !words.Exists(word => QuestionWords.Default.Asking.ContainsKey(word.Word.Folded));

    private static bool OpensAsYesNo(List<Token> words) =>
        words.Count > 2 && (AskedKind(words[0]) == AnswerKind.YesNo

            // "May I", but not "May events".
            || (FormPhrases.Default.Has("inquiring", words[0].Word.Folded) && FormPhrases.Default.Has("permitting", words[1].Word.Folded)));

    /// <summary>The place of the number in "the top 5", "three reasons": before the items or after "top" and the like.</summary>
    private static int? FindLimit(List<Token> words, string? itemWord)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var number = CardinalNumber.Of(words[i].Word.Folded);
            if (number is not (> 0 and < 100))
            {
                continue;
            }

            var next = i + 1 < words.Count ? words[i + 1].Word.Folded : "";
            var before = i > 0 ? words[i - 1].Word.Folded : "";
            if (next == itemWord || Measures.Contains(next) || before is "top" or "name" or "list")
            {
                return i;
            }
        }

        return null;
    }

}
