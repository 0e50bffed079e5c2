using System.Runtime.InteropServices;
using TorchSharp;

namespace ForumQA.Reader;

/// <summary>Makes TorchSharp's native library load on systems whose C++ runtime is older than GCC 13, such as Debian 12.</summary>
/// <remarks>
/// Of GCC 13 the library wants one symbol, <c>std::ios_base_library_init()</c>, which does nothing: it is there so that libraries built
/// with newer streams do not load beside an older runtime. Here it becomes a function without arguments or effects that every runtime has.
/// </remarks>
internal static class TorchLibrary
{
    private const uint NewerVersionHash = 0x0297f842; // GLIBCXX_3.4.32
    private const uint OldestVersionHash = 0x08922974; // GLIBCXX_3.4
    private const int NameInEntry = 8;

    /// <summary>Loads the library; false with the reason where it cannot be loaded.</summary>
    public static bool TryLoad(out string? reason)
    {
        try
        {
            var path = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
            if (File.Exists(path) && !NativeLibrary.TryLoad(path, out _))
            {
                AskLess(path);
            }

            torch.set_num_threads(1);
            torch.random.manual_seed(1);
            reason = null;
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or NotSupportedException or IOException)
        {
            reason = e.Message;
            return false;
        }
    }

    private static void AskLess(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Rename(bytes, "_ZSt21ios_base_library_initv\0"u8, "_ZSt18uncaught_exceptionv\0\0\0\0"u8);
        var (newer, oldest) = (bytes.AsSpan().IndexOf(Entry(NewerVersionHash)), bytes.AsSpan().IndexOf(Entry(OldestVersionHash)));
        if (newer >= 0 && oldest >= 0)
        {
            // Vernaux { hash, flags, number, name, next }: hash and name become the oldest version's, the number stays.
            bytes.AsSpan(oldest, sizeof(uint)).CopyTo(bytes.AsSpan(newer));
            bytes.AsSpan(oldest + NameInEntry, sizeof(uint)).CopyTo(bytes.AsSpan(newer + NameInEntry));
        }

        File.WriteAllBytes(path, bytes);
    }

    private static void Rename(byte[] bytes, ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        for (var at = bytes.AsSpan().IndexOf(from); at >= 0; at = bytes.AsSpan().IndexOf(from))
        {
            to.CopyTo(bytes.AsSpan(at));
        }
    }

    private static byte[] Entry(uint hash) => [.. BitConverter.GetBytes(hash), 0, 0];
}
