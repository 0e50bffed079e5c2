using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumQA.Hosting.Access;

/// <summary>The keys that <c>forumqa key</c> makes and the web service takes. The file holds hashes only.</summary>
public sealed class ApiKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly TimeProvider _time;

    /// <summary>Names the file; it need not exist.</summary>
    /// <param name="path">The file, in full.</param>
    /// <param name="time">For when a key was made.</param>
    public ApiKeyFile(string path, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(time);
        (_path, _time) = (path, time);
    }

    /// <summary>Tells one state of the file from another, without reading it.</summary>
    public (DateTime Written, long Length) Stamp => new FileInfo(_path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    /// <summary>The keys, in the order they were made; none when there is no file.</summary>
    /// <exception cref="ForumQAException">The file cannot be read or is no file of keys.</exception>
    public IReadOnlyList<ApiKey> Read()
    {
        try
        {
            using var stream = File.OpenRead(_path);
            var keys = JsonSerializer.Deserialize(stream, ApiKeyJson.Default.ListApiKey) ?? throw new JsonException("It holds no list.");
            foreach (var key in keys)
            {
                Validator.ValidateObject(key, new ValidationContext(key), validateAllProperties: true);
            }

            return keys;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is JsonException or ValidationException or ArgumentNullException or IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException(
                "keys-unreadable", $"The file with the keys, '{_path}', cannot be read: {e.Message} Correct it, or name another one in Api:KeyFile.", e);
        }
    }

    /// <summary>Makes a key.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="scopes">What it allows.</param>
    /// <param name="where">The <see cref="ApiKey.Where"/>; null, the default, for all documents.</param>
    /// <returns>The key itself, which is kept nowhere.</returns>
    /// <exception cref="ForumQAException">The name is taken or cannot be used, the key cannot be bound so, or the file cannot be written.</exception>
    public string Add(string name, ApiScopes scopes, IReadOnlyDictionary<string, string>? where = null)
    {
        var secret = ApiKey.NewSecret();
        var key = new ApiKey { Name = name, Hash = ApiKey.HashOf(secret), Scopes = scopes, Where = where, CreatedAt = _time.GetUtcNow() };
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(key, new ValidationContext(key), wrong, validateAllProperties: true))
        {
            throw new ForumQAException(wrong[0].MemberNames.Contains(nameof(ApiKey.Name)) ? "key-name-invalid" : "key-binding-invalid", wrong[0].ErrorMessage!);
        }

        Change(keys => keys.Any(other => other.Name == name)
            ? throw new ForumQAException("key-exists", $"There is a key '{name}' already. Choose another name, or run: forumqa key remove {name}")
            : [.. keys, key]);
        return secret;
    }

    /// <summary>Revokes a key.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ForumQAException">There is none of that name, or the file cannot be written.</exception>
    public void Remove(string name) => Change(keys => keys.Any(key => key.Name == name)
        ? [.. keys.Where(key => key.Name != name)]
        : throw new ForumQAException("key-unknown", $"There is no key '{name}' in '{_path}'. To see which there are, run: forumqa key list"));

    private void Change(Func<IReadOnlyList<ApiKey>, List<ApiKey>> change)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);

            // Held until the file is written, so that of two commands at a time neither undoes the other.
            using var held = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            var keys = change(Read());

            // Written beside and moved: whoever reads meanwhile finds all of the old keys or all of the new.
            var written = _path + ".new";
            File.Delete(written);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var stream = new FileStream(written, options))
            {
                JsonSerializer.Serialize(stream, keys, ApiKeyJson.Default.ListApiKey);
            }

            File.Move(written, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ForumQAException(
                "keys-unwritable", $"The file with the keys, '{_path}', cannot be written: {e.Message} Try again, or name another one in Api:KeyFile.", e);
        }
    }
}

/// <summary>The file's JSON. What is not understood, or said twice, makes the file unreadable: it may be what narrows a key.</summary>
[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(List<ApiKey>))]
internal sealed partial class ApiKeyJson : JsonSerializerContext;
