using System.Text;

namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>Makes inputs that nobody would write out of some that somebody might. Equal seeds give equal inputs.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="tokens">What means something to the reader.</param>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> tokens)
{
    /// <summary>Longer inputs are cut off here: size alone is measured elsewhere.</summary>
    public const int Longest = 48 * 1024;

    /// <summary>What is special to many readers.</summary>
    public static readonly byte[][] Everywhere =
    [
        [0], [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xef, 0xbb, 0xbf], [0xff, 0xfe],
        .. new[] { "\u2028", "\u0301", "\u202e", "\u200d", "\ufffd", "😀", "論壇の", "۳", "ﷺ", "İ", "ß", "\r\n", "\n\n", "\t", " ", "\"", "'", "\\", "-1", "0", "2147483648", "99999999999999999999", "1e999", "..", "/" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>An input from one of some and parts of another.</summary>
    public byte[] Next(IReadOnlyList<byte[]> seeds)
    {
        var bytes = new List<byte>(seeds[random.Next(seeds.Count)]);
        for (var changes = 1 + random.Next(random.Next(2) == 0 ? 3 : 12); changes > 0; changes--)
        {
            Change(bytes, seeds[random.Next(seeds.Count)]);
            if (bytes.Count > Longest)
            {
                bytes.RemoveRange(Longest, bytes.Count - Longest);
            }
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(Length(), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, Part(other));
                break;
            case 4:
                bytes.InsertRange(at, Everywhere[random.Next(Everywhere.Length)]);
                break;
            case 5:
                // Many times over: what nests, repeats or is long without end.
                bytes.InsertRange(at, Repeated(random.Next(4) == 0 ? Part([.. bytes]) : Token()));
                break;
            case 6:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 7:
                var part = Part([.. bytes]);
                bytes.InsertRange(at, part);
                break;
            default:
                bytes.InsertRange(at, Token());
                break;
        }
    }

    private byte[] Token() => tokens.Count > 0 && random.Next(5) > 0 ? tokens[random.Next(tokens.Count)] : Everywhere[random.Next(Everywhere.Length)];

    private byte[] Repeated(byte[] token)
    {
        var times = Math.Min(Longest / Math.Max(1, token.Length), 1 << random.Next(16));
        return [.. Enumerable.Repeat(token, times).SelectMany(one => one)];
    }

    private byte[] Part(byte[] bytes)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..Math.Min(bytes.Length, start + Length())];
    }

    private int Length() => 1 + random.Next(1 << random.Next(12));
}
