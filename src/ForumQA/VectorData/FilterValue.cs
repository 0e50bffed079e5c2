using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using ForumQA.Storage;

namespace ForumQA.VectorData;

/// <summary>Works out the parts of a filter that do not look at the record: constants, captured variables and what is made of them.</summary>
internal static class FilterValue
{
    /// <summary>Whether a part looks at the record.</summary>
    public static bool DependsOn(Expression expression, ParameterExpression record)
    {
        var search = new RecordSearch(record);
        search.Visit(expression);
        return search.IsFound;
    }

    /// <summary>The value of a part as an index takes it: a text, a whole number, another number or null.</summary>
    /// <exception cref="NotSupportedException">It looks at the record, or is of a type that no property has.</exception>
    public static object? Of(Expression expression, ParameterExpression record)
    {
        var value = Evaluate(expression, record);
        return value switch
        {
            null or string or long => value,
            int number => (long)number,

            // SQLite takes what is not a number for null.
            double number when !double.IsNaN(number) => value,
            _ => throw PassageRefusals.Filter(expression, "Compare with a text, a whole number, a double or null."),
        };
    }

    /// <summary>The value of a part that names metadata.</summary>
    public static object? OfName(Expression expression, ParameterExpression record) => Of(expression, record) is string name ? MetadataTable.FoldName(name) : null;

    /// <summary>The truth of a part.</summary>
    public static bool IsTrue(Expression expression, ParameterExpression record) => (bool)Evaluate(expression, record)!;

    /// <summary>The values of a list, but for null: texts or whole numbers; null when there are none.</summary>
    /// <param name="expression">The list.</param>
    /// <param name="record">The record, at which it must not look.</param>
    /// <param name="hasNull">Whether null is among them.</param>
    /// <exception cref="NotSupportedException">It compares in a way of its own, or holds what no property is.</exception>
    public static object? OfList(Expression expression, ParameterExpression record, out bool hasNull)
    {
        // A span cannot leave the evaluation; what it was made of can.
        expression = expression switch
        {
            MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var source] } => source,
            UnaryExpression { NodeType: ExpressionType.Convert, Method.Name: "op_Implicit", Operand: var source } => source,
            _ => expression,
        };
        var list = Evaluate(expression, record);
        if (list is not IEnumerable values || ComparesItsOwnWay(list))
        {
            throw PassageRefusals.Filter(expression, "Ask with a list that compares as == does, such as what ToList() gives.");
        }

        var (texts, numbers) = (new List<string>(), new List<long>());
        hasNull = false;
        foreach (var value in values)
        {
            switch (value)
            {
                case null:
                    hasNull = true;
                    break;
                case string text:
                    texts.Add(text);
                    break;
                case int or long:
                    numbers.Add(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw PassageRefusals.Filter(expression, "A list may hold texts or whole numbers.");
            }
        }

        return texts.Count > 0 && numbers.Count > 0 ? throw PassageRefusals.Filter(expression, "A list may hold texts or whole numbers, not both.")
            : texts.Count > 0 ? texts
            : numbers.Count > 0 ? numbers
            : null;
    }

    /// <summary>A set may take texts for equal that differ by case; only of the ordinary ones is it known that they do not.</summary>
    private static bool ComparesItsOwnWay(object list) =>
        list is HashSet<string> set ? !Equals(set.Comparer, EqualityComparer<string>.Default) && !Equals(set.Comparer, StringComparer.Ordinal) : list is IReadOnlySet<string>;

    private static object? Evaluate(Expression expression, ParameterExpression record)
    {
        if (DependsOn(expression, record))
        {
            throw PassageRefusals.Filter(expression, "Compare a property with a value, not with another property.");
        }

        // Interpreted: it runs once, and compiling would take longer than the search.
        return Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
    }

    private sealed class RecordSearch(ParameterExpression record) : ExpressionVisitor
    {
        public bool IsFound { get; private set; }

        public override Expression? Visit(Expression? node)
        {
            IsFound |= node == record;
            return IsFound ? node : base.Visit(node);
        }
    }
}
