using System.Collections.Concurrent;
using System.Reflection;

namespace ForumQA.Tests.Architecture;

/// <summary>Rooms and which of them name which, with the types that do.</summary>
internal sealed class RoomGraph
{
    /// <summary>Reading an assembly's code takes seconds, and each of its rooms is drawn from it.</summary>
    private static readonly ConcurrentDictionary<Assembly, Lazy<IReadOnlyList<(Type From, Type To)>>> Read = new();

    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _references = new(StringComparer.Ordinal);

    public IEnumerable<string> Rooms => _references.Keys;

    /// <summary>The rooms of an assembly: its namespaces, each with those below it.</summary>
    /// <remarks>
    /// The namespace of the assembly itself is two rooms: what the others name is the words that all share, the rest is the front door,
    /// which knows every room and which no room knows.
    /// </remarks>
    public static RoomGraph OfAssembly(Assembly assembly)
    {
        var root = assembly.GetName().Name!;
        var references = ReferencesWithin(assembly);
        var shared = references.Where(pair => pair.From.Namespace != root && pair.To.Namespace == root).Select(pair => pair.To).ToHashSet();
        for (var count = 0; count < shared.Count;)
        {
            count = shared.Count;
            shared.UnionWith(references.Where(pair => shared.Contains(pair.From) && pair.To.Namespace == root).Select(pair => pair.To).ToList());
        }

        var graph = new RoomGraph();
        graph.Add(references, RoomOf);
        return graph;

        string RoomOf(Type type) => type.Namespace == root
            ? shared.Contains(type) ? root : $"{root} (front door)"
            : string.Join('.', type.Namespace!.Split('.').Take(root.Count(letter => letter == '.') + 2));
    }

    /// <summary>The rooms within a room. Its own namespace holds what they have in common and what puts them together, and is left out.</summary>
    public static RoomGraph OfRoom(Assembly assembly, string room)
    {
        var graph = new RoomGraph();
        graph.Add(
            ReferencesWithin(assembly).Where(pair => IsWithin(pair.From) && IsWithin(pair.To)),
            type => string.Join('.', type.Namespace!.Split('.').Take(room.Count(letter => letter == '.') + 2)));
        return graph;

        bool IsWithin(Type type) => type.Namespace!.StartsWith($"{room}.", StringComparison.Ordinal);
    }

    /// <summary>Reads as <c>A -> B (Type names Type)</c>, one line each; empty when there is no circle.</summary>
    public IReadOnlyList<string> Circles() =>
    [
        .. from pair in _references
           from target in pair.Value
           where Reaches(target.Key, pair.Key)
           select $"{pair.Key} -> {target.Key} ({string.Join(", ", target.Value.Take(5))})",
    ];

    /// <summary>The references that do not follow from others.</summary>
    public IEnumerable<(string From, string To)> Essential() =>
        from pair in _references
        from target in pair.Value.Keys
        where !pair.Value.Keys.Any(other => other != target && Reaches(other, target))
        select (pair.Key, target);

    private static IReadOnlyList<(Type From, Type To)> ReferencesWithin(Assembly assembly) =>
        Read.GetOrAdd(assembly, each => new Lazy<IReadOnlyList<(Type From, Type To)>>(() => ReadReferences(each))).Value;

    private static List<(Type From, Type To)> ReadReferences(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           where IsOurs(type)
           from target in TypeReferences.Of(type)
           where target.Assembly == assembly && IsOurs(target)
           let source = TypeReferences.Outermost(type)
           where source != target
           select (source, target),
    ];

    private static bool IsOurs(Type type) => type.Namespace is { } name && name.StartsWith("ForumQA", StringComparison.Ordinal);

    private void Add(IEnumerable<(Type From, Type To)> references, Func<Type, string> roomOf)
    {
        foreach (var (from, to) in references)
        {
            var (source, target) = (roomOf(from), roomOf(to));
            var targets = Targets(source);
            Targets(target);
            if (source != target)
            {
                if (!targets.TryGetValue(target, out var types))
                {
                    targets[target] = types = new(StringComparer.Ordinal);
                }

                types.Add($"{from.Name} names {to.Name}");
            }
        }
    }

    private SortedDictionary<string, SortedSet<string>> Targets(string room) =>
        _references.TryGetValue(room, out var targets) ? targets : _references[room] = new(StringComparer.Ordinal);

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out var room))
        {
            if (room == to)
            {
                return true;
            }

            if (seen.Add(room))
            {
                foreach (var target in _references[room].Keys)
                {
                    next.Push(target);
                }
            }
        }

        return false;
    }
}
