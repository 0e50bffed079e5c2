namespace ForumQA.Text.Mentions;

/// <summary>Known names by their words, for finding every place where one stands; the longest is found first.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<(string[] Words, string Key)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a name.</summary>
    /// <param name="form">Its folded words, parted by blanks.</param>
    /// <param name="key">What is found.</param>
    public void Add(string form, string key)
    {
        var words = form.Split(' ');
        if (!_byFirst.TryGetValue(words[0], out var names))
        {
            _byFirst[words[0]] = names = [];
        }

        if (!names.Any(name => name.Words.AsSpan().SequenceEqual(words)))
        {
            names.Add((words, key));
            names.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
        }
    }

    /// <summary>The name that begins at a word, with its key; null when none does.</summary>
    public (WordRun Run, string Key)? At(SentenceWords words, int from)
    {
        if (!words.IsName(from) || !_byFirst.TryGetValue(words.Folded(from), out var names))
        {
            return null;
        }

        foreach (var (form, key) in names)
        {
            if (Stands(words, from, form))
            {
                return (new WordRun(from, from + form.Length), key);
            }
        }

        return null;
    }

    private static bool Stands(SentenceWords words, int from, string[] form)
    {
        if (from + form.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < form.Length; i++)
        {
            if (words.Folded(from + i) != form[i] || (i > 0 && !NameRuns.AreJoined(words, from + i - 1)))
            {
                return false;
            }
        }

        return true;
    }
}
