namespace ForumQA.Storage;

/// <summary>Tables that a program keeps beside an index, such as the conversations of the web service. Opened on first use. Safe for use by many threads.</summary>
internal interface IRecordDatabase
{
    /// <summary>Reads in one transaction, which sees one state.</summary>
    /// <exception cref="ForumQAException">The tables cannot be used; the message names the remedy.</exception>
    T Read<T>(Func<ISqlConnection, T> work);

    /// <summary>
    /// Writes in one transaction, which is rolled back when <paramref name="work"/> throws. Writers, of whatever process, take turns.
    /// Where a connection was lost on the way, <paramref name="work"/> may be run again from its start.
    /// </summary>
    /// <exception cref="ForumQAException">The tables cannot be used; the message names the remedy.</exception>
    T Write<T>(Func<ISqlConnection, T> work);
}
