using ForumQA.Tests.Architecture;

namespace ForumQA.Tests.Circle;

/// <summary>With <see cref="OtherEnd"/> a circle, for the test that looks for one.</summary>
internal static class OneEnd
{
    public static int Half(int number) => number > 0 ? OtherEnd.Half(number - 1) : 0;
}
