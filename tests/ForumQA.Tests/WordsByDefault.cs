using System.Runtime.CompilerServices;

namespace ForumQA.Tests;

/// <summary>Lets tests of everything but the models in process run without one, here and in the processes they start. Those of the models set it back.</summary>
internal static class WordsByDefault
{
    [ModuleInitializer]
    public static void Set() => Environment.SetEnvironmentVariable("FORUMQA_Embedding__Model", "words");
}
