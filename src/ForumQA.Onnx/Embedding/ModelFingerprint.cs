using System.Security.Cryptography;
using System.Text;

namespace ForumQA.Onnx.Embedding;

/// <summary>Tells models apart by the files that make their vectors.</summary>
internal static class ModelFingerprint
{
    /// <summary>Of a large file so many pieces are read, evenly spread: another training changes every one of them.</summary>
    private const int Pieces = 32;

    private const int PieceBytes = 64 * 1024;

    private static readonly string[] Descriptions = ["config.json", "vocab.txt", "tokenizer.json", "tokenizer_config.json"];

    /// <summary>Eight hexadecimal digits.</summary>
    public static string Of(string folder, string graph, EmbeddingModel model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{model.Pooling}\n{model.TokenLimit}\n{model.QueryPrefix}\n{model.DocumentPrefix}\n"));
        foreach (var file in Descriptions.Select(name => Path.Combine(folder, name)).Append(graph).Append(graph + "_data").Where(File.Exists))
        {
            Append(hash, file);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    private static void Append(IncrementalHash hash, string file)
    {
        using var stream = File.OpenRead(file);
        hash.AppendData(BitConverter.GetBytes(stream.Length));
        var piece = new byte[PieceBytes];
        var step = Math.Max(PieceBytes, stream.Length / Pieces);
        for (var at = 0L; at < stream.Length; at += step)
        {
            stream.Position = at;
            hash.AppendData(piece.AsSpan(0, stream.ReadAtLeast(piece, PieceBytes, throwOnEndOfStream: false)));
        }
    }
}
