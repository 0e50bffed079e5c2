using System.Reflection;
using ForumQA.Models.Embedding;
using ForumQA.Onnx.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Embedding;

/// <summary>
/// The model in the package: snowflake-arctic-embed-xs (Apache-2.0, https://huggingface.co/Snowflake/snowflake-arctic-embed-xs), its weights
/// made bytes by <c>tests/ForumQA.Models</c>. English; 22 million parameters.
/// </summary>
internal static class BuiltInModel
{
    /// <summary>The vocabulary has many words in their plain form only.</summary>
    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing", "ly", "er", "or"];

    private static readonly Lazy<HashSet<string>> Words = new(ReadWords);

    /// <summary>SHA-256 of the file; a test compares it.</summary>
    public const string FileHash = "519600597a228be8caf590d5725acf0beeefb67537319e6b71b55aa324c07d4e";

    private const int ShortestStem = 4;
    private const string ModelResource = "arctic-embed-xs-int8.onnx";
    private const string VocabularyResource = "vocab.txt";

    /// <summary>The model with the reader that was learned with it.</summary>
    /// <param name="threads">Texts that are read side by side at most.</param>
    /// <param name="kept">Sentences that the reader keeps.</param>
    public static OnnxEmbeddingGenerator Create(int threads, int kept = CloseReader.Kept) =>
        new(Describe(), threads, new CloseReader(BuiltInReader.OpenSession, OpenTokenizer, BuiltInReader.TokenLimit, threads, kept));

    public static EmbeddingModel Describe() => new()
    {
        Name = "snowflake-arctic-embed-xs",
        Identity = $"builtin-arctic-embed-xs-{FileHash[..8]}",
        Dimensions = 384,
        TokenLimit = 512,
        Pooling = Pooling.First,
        QueryPrefix = "Represent this sentence for searching relevant passages: ",
        Known = new KnownModel("English", IsWord),
        OpenTokenizer = OpenTokenizer,
        OpenSession = options => new InferenceSession(ReadFile(ModelResource), options),
    };

    /// <summary>The bytes of a model's file.</summary>
    /// <param name="resource">Its name.</param>
    public static byte[] ReadFile(string resource = ModelResource)
    {
        using var stream = Open(resource);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The tokens of both models.</summary>
    public static WordPieceTokenizer OpenTokenizer()
    {
        using var reader = new StreamReader(Open(VocabularyResource));
        return WordPieceTokenizer.Load(reader, lowerCase: true);
    }

    private static bool IsWord(string word) => Words.Value.Contains(word)
        || Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem && Words.Value.Contains(word[..^ending.Length]));

    /// <summary>The tokens that are words by themselves.</summary>
    private static HashSet<string> ReadWords()
    {
        using var reader = new StreamReader(Open(VocabularyResource));
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 1 && line.All(char.IsAsciiLetter))
            {
                words.Add(line);
            }
        }

        return words;
    }

    private static Stream Open(string resource) => Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
}
