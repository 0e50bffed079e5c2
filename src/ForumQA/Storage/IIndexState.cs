namespace ForumQA.Storage;

/// <summary>One state of an index, to be read from as often as needed. For one thread; disposing of it lets go of the state.</summary>
internal interface IIndexState : IConnectionSource, IDisposable;
