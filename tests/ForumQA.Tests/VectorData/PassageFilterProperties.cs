using System.Linq.Expressions;
using ForumQA.VectorData;
using FsCheck;
using FsCheck.Fluent;
using static ForumQA.Tests.VectorData.PassageIndex;

namespace ForumQA.Tests.VectorData;

/// <summary>Any filter that is put together from comparisons finds in SQL what it is true for in memory.</summary>
public sealed class PassageFilterProperties(PassageIndex index) : IClassFixture<PassageIndex>
{
    private static readonly ParameterExpression Record = Expression.Parameter(typeof(PassageRecord), "r");

    private static readonly ExpressionType[] Comparisons =
    [
        ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual,
    ];

    private static readonly Gen<Expression> Texts =
        from name in Gen.Elements(nameof(PassageRecord.Id), nameof(PassageRecord.DocumentId), nameof(PassageRecord.Heading), "event")
        from value in Gen.Elements<string?>(null, "a/17.md#0", "a/18.md", "b/18.md", "Robots", "Water", "18th Forum", "東京", "'", "")
        from equal in Gen.Elements(ExpressionType.Equal, ExpressionType.NotEqual)
        select (Expression)Expression.MakeBinary(equal, Text(name), Expression.Constant(value, typeof(string)));

    private static readonly Gen<Expression> Numbers =
        from name in Gen.Elements(nameof(PassageRecord.Page), nameof(PassageRecord.Ordinal), nameof(PassageRecord.Start))
        from value in Gen.Elements<int?>(null, -1, 0, 1, 2, 3, 12, 41)
        from comparison in Gen.Elements(Comparisons)
        from turned in Gen.Elements(true, false)
        let property = Expression.Convert(Expression.Property(Record, name), typeof(int?))
        let constant = Expression.Constant(value, typeof(int?))
        select (Expression)(turned ? Expression.MakeBinary(comparison, constant, property) : Expression.MakeBinary(comparison, property, constant));

    private static readonly Gen<Expression> Lists =
        from name in Gen.Elements(nameof(PassageRecord.DocumentId), nameof(PassageRecord.Heading), "event")
        from values in Gen.Elements<string?>(null, "a/18.md", "c.md", "Robots", "Trade", "18th Forum").ListOf()
        select (Expression)Expression.Call(Expression.Constant(values.ToList()), nameof(List<>.Contains), null, Text(name));

    [Fact]
    public void Finds_what_the_filter_is_true_for_in_memory()
    {
        var records = index.ReadAll();

        Prop.ForAll(Filters(4).ToArbitrary(), body =>
        {
            var filter = Expression.Lambda<Func<PassageRecord, bool>>(body, Record);
            var expected = records.Where(filter.Compile(preferInterpretation: true)).Select(record => record.Id);
            return expected.SequenceEqual(ReadAll(index.Passages.GetAsync(filter, 1000)).Select(record => record.Id));
        }).QuickCheckThrowOnFailure();
    }

    private static Expression Text(string name) => name == "event"
        ? Expression.Property(Expression.Property(Record, nameof(PassageRecord.Metadata)), "Item", Expression.Constant(name))
        : Expression.Property(Record, name);

    private static Gen<Expression> Filters(int depth) => depth == 0
        ? Gen.OneOf(Texts, Numbers, Lists)
        : Gen.OneOf(
            Texts,
            Numbers,
            Lists,
            Filters(depth - 1).Select(part => (Expression)Expression.Not(part)),
            from left in Filters(depth - 1) from right in Filters(depth - 1) select (Expression)Expression.AndAlso(left, right),
            from left in Filters(depth - 1) from right in Filters(depth - 1) select (Expression)Expression.OrElse(left, right));
}
