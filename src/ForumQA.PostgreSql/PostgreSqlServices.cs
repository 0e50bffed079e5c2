using ForumQA.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.PostgreSql;

/// <summary>Lets ForumQA keep its index in a PostgreSQL database.</summary>
public static class PostgreSqlServices
{
    /// <summary>
    /// Lets <c>Index:Connection</c>, or an <c>Index:Path</c> that begins with <c>postgres://</c>, name a schema of a PostgreSQL database (15 or newer).
    /// Without either the index stays in a file.
    /// </summary>
    /// <param name="services">The services, before or after <see cref="ForumQAServices.AddForumQA"/>.</param>
    public static IServiceCollection AddForumQAPostgreSql(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<IIndexDatabase, PostgreSqlDatabase>();
    }
}
