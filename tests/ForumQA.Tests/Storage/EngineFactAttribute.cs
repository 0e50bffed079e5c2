using Xunit.Sdk;

namespace ForumQA.Tests.Storage;

/// <summary>A test of a class that is run once on each engine; skipped on those that this machine lacks.</summary>
[XunitTestCaseDiscoverer("ForumQA.Tests.Storage.EngineFactDiscoverer", "ForumQA.Tests")]
internal sealed class EngineFactAttribute : FactAttribute;
