using System.Linq.Expressions;
using ForumQA.Storage;
using Microsoft.Extensions.VectorData;

namespace ForumQA.VectorData;

/// <summary>Translates a filter over records into a condition in SQL, with every value of it as a parameter.</summary>
/// <remarks>A passage that lacks a value is treated as C# treats null: it differs from every value, and is neither less nor greater than any.</remarks>
internal sealed class PassageFilter
{
    /// <summary>SQLite refuses expressions 1,000 deep; a step of a filter takes two or three of its own.</summary>
    private const int DeepestNesting = 250;

    private const string True = "TRUE";
    private const string False = "FALSE";

    private const string Remedy =
        "A filter may compare a property or r.Metadata[\"name\"] with a value (==, !=, <, <=, >, >=), ask whether a list has it (list.Contains(r.DocumentId)) " +
        "or whether a document has a metadata name (r.Metadata.ContainsKey(\"name\")), and join such parts by !, && and ||. For words in the text, call HybridSearchAsync.";

    private readonly ParameterExpression _record;
    private readonly List<object?> _values;
    private int _depth;

    private PassageFilter(ParameterExpression record, List<object?> values) => (_record, _values) = (record, values);

    /// <summary>Translates a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="order">What the passages are sorted by; null for the order of the documents.</param>
    /// <exception cref="NotSupportedException">A part has no counterpart in SQL; the message names the part and the remedy.</exception>
    public static PassageCondition Translate(
        Expression<Func<PassageRecord, bool>> filter, FilteredRecordRetrievalOptions<PassageRecord>.OrderByDefinition? order = null)
    {
        var values = new List<object?>();
        var sql = new PassageFilter(filter.Parameters[0], values).Translate(filter.Body);
        return new PassageCondition(sql, values, [.. (order?.Values ?? []).Select(key => Translate(key, values))]);
    }

    private static string Translate(FilteredRecordRetrievalOptions<PassageRecord>.OrderByDefinition.SortInfo key, List<object?> values)
    {
        var selector = key.PropertySelector;
        var property = selector.Body is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } && selector.Body.Type == typeof(object)
            ? operand
            : selector.Body;
        var sorted = PassageOperand.Read(property, selector.Parameters[0], new PassageFilter(selector.Parameters[0], values).AddValue)
            ?? throw PassageRefusals.Order(property);
        return sorted.Scalar + (key.Ascending ? " ASC NULLS FIRST" : " DESC NULLS LAST");
    }

    private string Translate(Expression part)
    {
        if (++_depth > DeepestNesting)
        {
            throw PassageRefusals.Filter("more than 250 parts within each other", "Ask with a list: list.Contains(r.DocumentId).");
        }

        var sql = FilterValue.DependsOn(part, _record) ? TranslateDependent(part)
            : part.Type == typeof(bool) ? FilterValue.IsTrue(part, _record) ? True : False
            : throw PassageRefusals.Filter(part, Remedy);
        _depth--;
        return sql;
    }

    private string TranslateDependent(Expression part) => part switch
    {
        UnaryExpression { NodeType: ExpressionType.Not, Operand: var operand } when part.Type == typeof(bool) => $"NOT ({Translate(operand)})",
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Join(both, "AND", decided: False),
        BinaryExpression { NodeType: ExpressionType.OrElse } either => Join(either, "OR", decided: True),
        BinaryExpression { NodeType: ExpressionType.Equal } equality => TranslateEquality(equality),
        BinaryExpression { NodeType: ExpressionType.NotEqual } inequality => $"NOT ({TranslateEquality(inequality)})",
        BinaryExpression { NodeType: ExpressionType.LessThan } comparison => TranslateComparison(comparison, "<", ">"),
        BinaryExpression { NodeType: ExpressionType.LessThanOrEqual } comparison => TranslateComparison(comparison, "<=", ">="),
        BinaryExpression { NodeType: ExpressionType.GreaterThan } comparison => TranslateComparison(comparison, ">", "<"),
        BinaryExpression { NodeType: ExpressionType.GreaterThanOrEqual } comparison => TranslateComparison(comparison, ">=", "<="),
        MemberExpression { Member.Name: nameof(Nullable<>.HasValue), Expression: { } nullable } when Read(nullable) is { } operand => $"NOT ({operand.IsNull})",
        MethodCallExpression { Method.Name: "ContainsKey", Object: { } metadata, Arguments: [var name] } when PassageOperand.IsMetadata(metadata, _record) =>
            $"p.document IN (SELECT document FROM document_metadata WHERE name = {AddValue(FilterValue.OfName(name, _record))})",
        MethodCallExpression { Method.Name: "Contains" } call => TranslateContains(call),
        _ => throw PassageRefusals.Filter(part, Remedy),
    };

    /// <summary>Once the left side decides, the right one is not looked at, as in C#: <c>page == null || r.Page > page.Value</c>.</summary>
    private string Join(BinaryExpression parts, string sqlOperator, string decided)
    {
        var left = Translate(parts.Left);
        return left == decided ? decided : $"({left} {sqlOperator} {Translate(parts.Right)})";
    }

    private string TranslateEquality(BinaryExpression equality)
    {
        var (operand, value, _) = ReadSides(equality);
        return value is null ? operand.IsNull : operand.Is(AddValue(value));
    }

    private string TranslateComparison(BinaryExpression comparison, string sqlOperator, string turned)
    {
        var (operand, value, isTurned) = ReadSides(comparison);
        return operand.Compares(isTurned ? turned : sqlOperator, AddValue(value));
    }

    private string TranslateContains(MethodCallExpression call)
    {
        (Expression List, Expression Item)? sides = (call.Object, call.Method.DeclaringType, call.Arguments) switch
        {
            ({ } list, _, [var item]) when list.Type != typeof(string) => (list, item),
            (null, var type, [var list, var item]) when type == typeof(Enumerable) || type == typeof(MemoryExtensions) => (list, item),
            (null, var type, [var list, var item, ConstantExpression { Value: null }]) when type == typeof(MemoryExtensions) => (list, item),
            _ => null,
        };
        if (sides is null || Read(sides.Value.Item) is not { } operand)
        {
            throw PassageRefusals.Filter(call, Remedy);
        }

        var wanted = FilterValue.OfList(sides.Value.List, _record, out var hasNull);
        var has = wanted is null ? False : operand.IsOneOf(AddValue(wanted));
        return hasNull ? $"({has} OR {operand.IsNull})" : has;
    }

    private (PassageOperand Operand, object? Value, bool IsTurned) ReadSides(BinaryExpression comparison) =>
        Read(comparison.Left) is { } left ? (left, FilterValue.Of(comparison.Right, _record), false)
        : Read(comparison.Right) is { } right ? (right, FilterValue.Of(comparison.Left, _record), true)
        : throw PassageRefusals.Filter(comparison, Remedy);

    private PassageOperand? Read(Expression expression) => PassageOperand.Read(expression, _record, AddValue);

    private string AddValue(object? value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }
}
