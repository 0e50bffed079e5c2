namespace ForumQA.Ingestion;

/// <summary>Lists the documents of a folder, or a single file.</summary>
/// <remarks>Left out: hidden files and folders, <c>bin</c>, <c>obj</c>, <c>node_modules</c>, and links to folders, which may form circles.</remarks>
internal static class CorpusFolder
{
    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules" };

    private static readonly EnumerationOptions EveryEntry = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The readable files in ordinal order of their document ids, and what could not be listed.</summary>
    /// <exception cref="ForumQAException"><paramref name="path"/> does not exist or cannot be read.</exception>
    public static CorpusListing List(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        cancellationToken.ThrowIfCancellationRequested();
        if (File.Exists(path) && Describe(new FileInfo(path), Path.GetFileName(path)) is { } single)
        {
            return DocumentReaders.CanRead(path)
                ? new CorpusListing([single], [], [])
                : throw new ForumQAException(
                    "format-unknown", $"'{path}' is of a format that cannot be read. Convert it to one of: {string.Join(' ', DocumentReaders.Extensions)}");
        }

        Require(path);
        var root = new DirectoryInfo(path);
        var files = new List<CorpusFile>();
        var unreadable = new List<UnreadableEntry>();
        var notRead = new List<string>();
        var folders = new Stack<(DirectoryInfo Folder, string Prefix)>([(root, string.Empty)]);
        while (folders.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in next.Folder.EnumerateFileSystemInfos("*", EveryEntry))
                {
                    Add(entry, next.Prefix + entry.Name, files, notRead, folders);
                }
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                if (next.Folder == root)
                {
                    throw new ForumQAException("corpus-unreadable", $"The folder '{path}' cannot be read. Give this user the right to list it.", e);
                }

                unreadable.Add(new UnreadableEntry(next.Prefix.TrimEnd('/'), "The folder cannot be read. Give this user the right to list it, or move it out of the corpus."));
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.DocumentId, b.DocumentId));
        unreadable.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        notRead.Sort(StringComparer.Ordinal);
        return new CorpusListing(files, unreadable, notRead);
    }

    /// <summary>Sees to it that there is something at <paramref name="path"/>, readable or not.</summary>
    /// <exception cref="ForumQAException">There is nothing.</exception>
    public static void Require(string path)
    {
        if (!Path.Exists(path))
        {
            throw new ForumQAException("corpus-missing", $"There is no folder or file '{path}'. Check the path, or name another one with --corpus.");
        }
    }

    private static void Add(
        FileSystemInfo entry, string documentId, List<CorpusFile> files, List<string> notRead, Stack<(DirectoryInfo Folder, string Prefix)> folders)
    {
        if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden))
        {
            return;
        }

        if (entry is DirectoryInfo folder)
        {
            if (folder.LinkTarget is null && !SkippedFolders.Contains(folder.Name))
            {
                folders.Push((folder, documentId + "/"));
            }
        }
        else if (entry is FileInfo file && DocumentReaders.CanRead(file.Name) && Describe(file, documentId) is { } found)
        {
            files.Add(found);
        }
        else if (UnreadFormats.Contains(entry.Name))
        {
            notRead.Add(documentId);
        }
    }

    /// <summary>Null for a link whose target is gone.</summary>
    private static CorpusFile? Describe(FileInfo file, string documentId)
    {
        // The size and time of a link are those of its target, which is what is read.
        var content = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return content.Exists ? new CorpusFile(documentId, file.FullName, content.Length, content.LastWriteTimeUtc) : null;
    }
}
