using ForumQA.Hosting.Json;
using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Hosting.Json;

public sealed class MentionKindJsonTests
{
    [Fact]
    public void Says_of_every_kind_of_mention_what_it_is() =>
        Assert.All(Enum.GetValues<MentionKind>(), kind => Assert.Equal(kind.ToString(), ((MentionKindJson)kind).ToString()));
}
