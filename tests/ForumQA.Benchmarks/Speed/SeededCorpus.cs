using System.Globalization;
using System.Text;
using ForumQA.Text;

namespace ForumQA.Benchmarks.Speed;

/// <summary>
/// A corpus of any size, the same for the same seed: the sentences of real documents, half of whose content words are exchanged for made-up ones. How often
/// a word comes follows Zipf's law, so that an index of it has a few common words and a long tail of rare ones, as real ones have.
/// </summary>
internal sealed class SeededCorpus
{
    private const int Words = 150;
    private const int MadeUpWords = 200_000;
    private const double Exchanged = 0.5;

    private readonly List<string> _sentences = [];
    private readonly int _seed;

    /// <param name="seed">Decides everything.</param>
    /// <param name="originals">A folder of text or Markdown files.</param>
    public SeededCorpus(int seed, string originals)
    {
        _seed = seed;
        foreach (var path in Directory.EnumerateFiles(originals, "*.md").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            _sentences.AddRange(SentenceSplitter.Split(text)
                .Select(span => span.Of(text).ToString().ReplaceLineEndings(" "))
                .Where(sentence => sentence.Length > 40 && char.IsUpper(sentence[0]) && sentence[^1] is '.' or '?'));
        }
    }

    /// <summary>Documents of so many passages of some 150 words, a paragraph each.</summary>
    /// <param name="passages">In all of them.</param>
    /// <param name="passagesPerDocument">In each but the last.</param>
    public IEnumerable<(string Name, string Text)> Documents(int passages, int passagesPerDocument)
    {
        for (var first = 0; first < passages; first += passagesPerDocument)
        {
            var random = new Random(unchecked((_seed * 1_000_003) + first));
            var text = new StringBuilder();
            text.Append("# Report on ").Append(MadeUp(random, capital: true)).Append(' ').Append(MadeUp(random, capital: true)).Append("\n\n");
            for (var i = first; i < Math.Min(first + passagesPerDocument, passages); i++)
            {
                Paragraph(text, random);
            }

            yield return (string.Create(CultureInfo.InvariantCulture, $"{first / 10_000:D4}/{first:D8}.md"), text.ToString());
        }
    }

    /// <summary>Questions with words of one sentence of the corpus each, half of them.</summary>
    public IEnumerable<string> Questions(int passages, int passagesPerDocument, int count)
    {
        var random = new Random(_seed + 1);
        var documents = Documents(passages, passagesPerDocument).Where((_, i) => i % Math.Max(1, passages / passagesPerDocument / count) == 0).Take(count);
        foreach (var (_, text) in documents)
        {
            var sentences = SentenceSplitter.Split(text);
            var sentence = sentences[random.Next(sentences.Count)].Of(text).ToString();
            yield return $"What about {string.Join(' ', sentence.Split(' ', '\n').Where(word => word.Length > 0 && random.Next(2) == 0).Take(12))}?";
        }
    }

    /// <summary>Writes the documents.</summary>
    /// <returns>How many.</returns>
    public int Write(string folder, int passages, int passagesPerDocument)
    {
        var count = 0;
        foreach (var (name, text) in Documents(passages, passagesPerDocument))
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            count++;
        }

        return count;
    }

    private void Paragraph(StringBuilder text, Random random)
    {
        for (var words = 0; words < Words;)
        {
            var sentence = _sentences[random.Next(_sentences.Count)];
            var tokens = Tokenizer.Tokenize(sentence);
            var at = 0;
            foreach (var token in tokens)
            {
                text.Append(sentence, at, token.Start - at);
                at = token.End;
                if (token.Word.IsStopWord || token.Word.HasDigit || random.NextDouble() > Exchanged)
                {
                    text.Append(sentence, token.Start, token.Length);
                }
                else
                {
                    text.Append(MadeUp(random, token.IsCapitalized));
                }
            }

            text.Append(sentence, at, sentence.Length - at).Append(' ');
            words += tokens.Count;
        }

        text.Length--;
        text.Append("\n\n");
    }

    /// <summary>A word whose rank is drawn by Zipf's law: how likely a rank up to k is grows with the logarithm of k.</summary>
    private static string MadeUp(Random random, bool capital)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(MadeUpWords));

        // Multiplying by an odd number scatters the ranks, so that words of like ranks do not look alike.
        var number = (uint)rank * 2654435761u;
        Span<char> word = stackalloc char[8];
        for (var i = 0; i < word.Length; i += 2)
        {
            word[i] = Consonants[(int)(number % (uint)Consonants.Length)];
            number /= (uint)Consonants.Length;
            word[i + 1] = Vowels[(int)(number % (uint)Vowels.Length)];
            number /= (uint)Vowels.Length;
        }

        word[0] = capital ? char.ToUpperInvariant(word[0]) : word[0];
        return word.ToString();
    }
}
