using System.Buffers;

namespace ForumQA.Answering.Conversation;

/// <summary>Takes from a question the courtesies around it: "Hello, who is Gao Bo, please?".</summary>
internal static class Courtesies
{
    /// <summary>What parts a courtesy from what follows.</summary>
    public static readonly SearchValues<char> Pauses = SearchValues.Create(",.;:!?-–—\n，。！？、；…");

    /// <summary>The question behind the courtesies, or the move when all of it is one.</summary>
    /// <param name="message">The message, trimmed.</param>
    /// <param name="find">What a whole message does.</param>
    public static (string Text, SpokenMove? Move) Strip(string message, Func<IReadOnlyList<MessageWord>, SpokenMove?> find)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(find);
        var text = message;
        while (true)
        {
            var words = MessageWord.Read(text);
            if (find(words) is { } move)
            {
                return (text, move);
            }

            var start = Opening(text, words);
            if (start == 0)
            {
                return (WithoutEnding(text, words), null);
            }

            text = text[start..];
        }
    }

    /// <summary>Where the question starts behind a courtesy; 0 when there is none, or what follows belongs to it.</summary>
    private static int Opening(string text, IReadOnlyList<MessageWord> words)
    {
        // What is taken back is told by its "no" or "sorry".
        if (FollowUpWords.Corrections.LengthAt(words, 0) > 0)
        {
            return 0;
        }

        var count = FollowUpWords.Pleases.LengthAt(words, 0) is > 0 and var please ? please : MoveLexicon.Default.OpeningCourtesy(words);
        if (count == 0 || count >= words.Count)
        {
            return 0;
        }

        var next = words[count];
        var isApart = text.AsSpan(words[count - 1].End, next.Start - words[count - 1].End).ContainsAny(Pauses);
        return isApart || FollowUpWords.Asking.Contains(next.Text) || FollowUpWords.Openings.Contains(next.Text)
            || FollowUpWords.Verbs.Contains(next.Text) || FollowUpWords.Commands.Contains(next.Text) || FollowUpWords.Pleases.Contains(words[0].Text) ? next.Start : 0;
    }

    /// <summary>Without "please" or thanks at the end; the question mark stays.</summary>
    private static string WithoutEnding(string text, IReadOnlyList<MessageWord> words)
    {
        for (var length = Math.Min(3, words.Count - 1); length > 0; length--)
        {
            var ending = words.Skip(words.Count - length).ToList();
            var isThanks = MoveLexicon.Default.Find(ending, _ => true) is { Move: ConversationMove.Thanks }
                && text.AsSpan(words[^(length + 1)].End, ending[0].Start - words[^(length + 1)].End).ContainsAny(Pauses);
            if (isThanks || FollowUpWords.Pleases.LengthAt(ending, 0) == length)
            {
                var mark = text.Contains('?', StringComparison.Ordinal) ? "?" : "";
                return text[..words[^(length + 1)].End] + mark;
            }
        }

        return text;
    }
}
