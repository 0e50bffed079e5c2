namespace ForumQA.Storage;

/// <summary>Keeps indexes in a database. Registered by the package that can.</summary>
internal interface IIndexDatabase
{
    /// <summary>The place for an index.</summary>
    /// <param name="connection">The database's address, with the schema or without.</param>
    /// <param name="schema">The schema where the address names none.</param>
    /// <param name="file">The <see cref="IndexPlace.File"/>.</param>
    /// <param name="vectorExtension">The <see cref="IndexOptions.VectorExtension"/>.</param>
    /// <exception cref="IndexException">It is no address.</exception>
    IndexPlace At(string connection, string schema, string file, bool vectorExtension);
}
