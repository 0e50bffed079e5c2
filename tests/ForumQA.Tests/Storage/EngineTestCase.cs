using System.ComponentModel;
using ForumQA.Tests.PostgreSql;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ForumQA.Tests.Storage;

/// <summary>A test on one engine.</summary>
public sealed class EngineTestCase : XunitTestCase
{
    /// <summary>For whoever sends tests between processes.</summary>
    [Obsolete("Called by the de-serializer")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EngineTestCase()
    {
    }

    public EngineTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[]? data = null)
        : base(messages, display, options, method, data)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (TestMethod.TestClass.Class.Name.EndsWith("+OnPostgreSql", StringComparison.Ordinal) ? PostgreSqlServer.WhyNot : null);
}
