using Xunit.Sdk;

namespace ForumQA.Tests.Storage;

/// <summary>As <see cref="EngineFactAttribute"/>, for a test with data.</summary>
[XunitTestCaseDiscoverer("ForumQA.Tests.Storage.EngineTheoryDiscoverer", "ForumQA.Tests")]
internal sealed class EngineTheoryAttribute : TheoryAttribute;
