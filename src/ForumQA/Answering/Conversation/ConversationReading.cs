using ForumQA.Text;

namespace ForumQA.Answering.Conversation;

/// <summary>A conversation as far as it was read.</summary>
/// <param name="names">What is known of names.</param>
internal sealed class ConversationReading(INameKnowledge names)
{
    private const string English = "en";

    /// <summary>Among so many words stands what a message to ForumQA is about.</summary>
    private const int OpeningWords = 4;

    /// <summary>Nothing said in so many words is small talk.</summary>
    private const int MostWordsOfMove = 100;

    private readonly FollowUp _followUp = new(names);
    private readonly List<EarlierQuestion> _earlier = [];
    private readonly List<ConversationTurn> _asked = [];
    private readonly List<ConversationTurn> _turns = [];
    private readonly List<string> _questions = [];
    private bool _lastWasReply;

    /// <summary>The turns since the conversation was begun anew.</summary>
    public IReadOnlyList<ConversationTurn> Turns => _turns;

    /// <summary>Those of the messages that were more than a courtesy.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>Takes a turn in.</summary>
    public void Add(ConversationTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (asked, spoken) = Read(turn.Question);
        if (asked.Move == ConversationMove.Clear)
        {
            _earlier.Clear();
            _asked.Clear();
            _turns.Clear();
            _questions.Clear();
            return;
        }

        spoken ??= asked.IsPersonal && ReplyTexts.IsWritten("aside", turn.Answer) ? new SpokenMove(ConversationMove.Aside, "en") : null;
        _turns.Add(turn);
        _lastWasReply = spoken is not null && turn.Answer is not null;
        if (!asked.Move.IsCourtesy())
        {
            _questions.Add(turn.Question);
        }

        if (spoken is null)
        {
            _asked.Add(turn);
            var answer = turn.Answer ?? "";
            var said = SentenceSplitter.Split(answer).Select(sentence => sentence.Of(answer).ToString());
            var before = asked.Move.IsAboutLastAnswer() || asked.Move == ConversationMove.LastAnswer ? _earlier[^1].Said : [];
            EarlierQuestion Earlier(AskedQuestion question) => new(question, turn.Answer, [.. before.Concat(said).Distinct(StringComparer.Ordinal)]);
            foreach (var request in asked.Requests.SkipLast(1))
            {
                _earlier.Add(Earlier(Read(request).Asked));
            }

            _earlier.Add(Earlier(asked.Requests.Count > 1 ? Read(asked.Requests[^1]).Asked : asked));
        }
    }

    /// <summary>The message as it is understood, and the move that is to be replied to; null when the documents are asked.</summary>
    public (AskedQuestion Asked, SpokenMove? Spoken) Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var trimmed = message.Trim();
        var spoken = Sum.IsAll(trimmed) ? new SpokenMove(ConversationMove.Chore, English) : MoveReader.Read(trimmed, Find);
        var text = trimmed;
        if (spoken is null)
        {
            (text, spoken) = Courtesies.Strip(MoveReader.WithoutAsides(trimmed, Find), Find);
        }

        // "What is in these files, briefly?"
        spoken ??= LengthWish.Read(text) is { Question.Length: > 0 } wish && MoveReader.Read(wish.Question, Find) is { } told && !told.Move.IsAboutLastAnswer() ? told : null;
        spoken ??= MessageWord.Read(trimmed).Count == 0 ? new SpokenMove(ConversationMove.Help, English) : PointsNowhere(text) ? new SpokenMove(ConversationMove.More, English) : null;
        var asked = spoken is null ? null : AskAgain(message, spoken);
        return spoken is not null && asked is null
            ? (new AskedQuestion(message) { Own = message.Trim(), Move = spoken.Move, History = [.. _asked] }, spoken)
            : ((asked ?? Complete(message, text)) with { History = [.. _asked], IsPersonal = asked is null && IsPersonal(text), Requests = asked is null ? RequestSplitter.Split(text) : [] }, null);
    }

    /// <summary>The question, completed, without what it says of the answer's length; of an answer already given, the same again in that length.</summary>
    private AskedQuestion Complete(string message, string text)
    {
        var wish = LengthWish.Read(text);
        var question = wish is null || wish.Question.Length > 0 || _earlier.Count == 0 ? OrdinalSpelling.Of(wish is { Question.Length: > 0 } ? wish.Question : text, names.IsWord) : null;
        var asked = question is null ? _earlier[^1].Question with { Asked = message, SkipSaid = [], Preface = null, Move = ConversationMove.None } : _followUp.Complete(message, question, _earlier);
        return wish is null ? asked : asked with { Length = wish.Length == AnswerLength.Normal ? asked.Length : wish.Length, MostSentences = wish.MostSentences };
    }

    /// <summary>"Who is he?" with nobody named before.</summary>
    private bool PointsNowhere(string text)
    {
        var words = MessageWord.Read(text);
        return _earlier.Count == 0 && words.Any(word => FollowUpWords.Persons.Contains(word.Text) || FollowUpWords.Plurals.Contains(word.Text))
            && words.All(word => StopWordList.Contains(word.Text) || FollowUpWords.VagueVerbs.Contains(word.Text) || FollowUpWords.Verbs.Contains(word.Text) || FollowUpWords.Asking.Contains(word.Text));
    }

    /// <summary>"Do you dream?", "your favourite colour?": spoken to ForumQA. "How do you reset it?" may be anybody, and so is whose door "at your door" is.</summary>
    private static bool IsPersonal(string text)
    {
        var words = MessageWord.Read(text);
        var you = words.Take(2).ToList().FindIndex(word => FollowUpWords.Personal.Contains(word.Text));
        return you == 0 || (you == 1 && FollowUpWords.Verbs.Contains(words[0].Text)) || words.Take(OpeningWords).Any(word => FollowUpWords.Possessives.Contains(word.Text));
    }

    /// <summary>The message as a question to the documents, whatever courtesy it looks like; null when it has no word to ask with.</summary>
    public AskedQuestion? ReadQuestion(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var trimmed = message.Trim();
        var (text, spoken) = Courtesies.Strip(trimmed, Find);
        if (MessageWord.Read(trimmed).Count == 0)
        {
            return null;
        }

        // "In one sentence" after an answer is that question again, which is a question to the documents.
        var again = spoken is null ? null : AskAgain(message, spoken);
        return (again ?? Complete(message, spoken is null ? text : trimmed)) with { History = [.. _asked] };
    }

    private SpokenMove? Find(IReadOnlyList<MessageWord> words)
    {
        var spoken = words.Count > MostWordsOfMove ? null : MoveLexicon.Default.Find(words, names.IsWord);

        // "Where was that?" asks for the place of an event that was spoken of.
        if (spoken is { Move: ConversationMove.Source } && _earlier.Count > 0 && FollowUpWords.PlaceAsked.LengthAt(words, 0) == words.Count)
        {
            return null;
        }

        // With nothing before it, "evidence" is looked for like any other word.
        return spoken is not null && spoken.Move.IsAboutLastAnswer() && _earlier.Count == 0
            && words.Count == 1 && !StopWordList.Contains(words[0].Text) && names.IsWord(words[0].Text) ? null : spoken;
    }

    /// <summary>The last question again, as a move wants it; null when the move is no question to the documents.</summary>
    private AskedQuestion? AskAgain(string message, SpokenMove spoken)
    {
        if (_earlier.Count == 0 || (spoken.Move == ConversationMove.LastAnswer && _lastWasReply))
        {
            return null;
        }

        var last = _earlier[^1];
        var again = last.Question with { Asked = message, Move = spoken.Move, Preface = ConversationReplies.Preface(spoken), MostSentences = null };
        return spoken.Move switch
        {
            ConversationMove.More => again with { SkipSaid = last.Said, Length = AnswerLength.Normal },
            ConversationMove.Shorter => again with { Length = AnswerLength.Shorter },
            ConversationMove.OneSentence => again with { Length = AnswerLength.OneSentence },
            ConversationMove.Longer => again with { Length = AnswerLength.Longer },
            ConversationMove.Why => FollowUp.Ask(message, new ReplyTexts(spoken.Language).Text("why"), last.Question) with { Move = spoken.Move },
            ConversationMove.Source or ConversationMove.Doubt or ConversationMove.LastAnswer => again,
            _ => null,
        };
    }
}
