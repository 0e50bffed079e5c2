using ForumQA.Tests.Circle;

namespace ForumQA.Tests.Architecture;

/// <summary>With <see cref="OneEnd"/> a circle, for the test that looks for one.</summary>
internal static class OtherEnd
{
    public static int Half(int number) => number > 0 ? OneEnd.Half(number - 1) + 1 : 0;
}
