using System.Linq.Expressions;

namespace ForumQA.VectorData;

/// <summary>What a filter compares with a value: a column of the passages, or a value of their documents' metadata. Each condition is true or false, never null.</summary>
internal abstract record PassageOperand
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        [nameof(PassageRecord.Id)] = "p.passage_id",
        [nameof(PassageRecord.DocumentId)] = "d.document_id",
        [nameof(PassageRecord.DocumentTitle)] = "d.title",
        [nameof(PassageRecord.DocumentUri)] = "d.uri",
        [nameof(PassageRecord.Ordinal)] = "p.ordinal",
        [nameof(PassageRecord.Start)] = "p.start",
        [nameof(PassageRecord.End)] = "p.\"end\"",
        [nameof(PassageRecord.Text)] = "p.text",
        [nameof(PassageRecord.Heading)] = "p.heading",
        [nameof(PassageRecord.Page)] = "p.page",
    };

    /// <summary>Its value in SQL; null where there is none.</summary>
    public abstract string Scalar { get; }

    /// <summary>Whether it has no value.</summary>
    public abstract string IsNull { get; }

    /// <summary>Whether it is the value, not null, of a parameter.</summary>
    public abstract string Is(string parameter);

    /// <summary>Whether it is one of the values of a parameter, a list.</summary>
    public abstract string IsOneOf(string parameter);

    /// <summary>Whether it stands in the order of an operator, such as <c>&lt;</c>, to the value of a parameter.</summary>
    public string Compares(string sqlOperator, string parameter) => $"({Scalar} {sqlOperator} {parameter}) IS TRUE";

    /// <summary>Reads an expression over a record.</summary>
    /// <param name="expression">Such as <c>r.Page</c> or <c>r.Metadata["speaker"]</c>.</param>
    /// <param name="record">The <c>r</c> of it.</param>
    /// <param name="addValue">Makes a parameter of a value and gives its name.</param>
    /// <returns>Null when it is something else.</returns>
    public static PassageOperand? Read(Expression expression, ParameterExpression record, Func<object?, string> addValue) => WithoutWidening(expression) switch
    {
        MemberExpression { Member.Name: nameof(Nullable<>.Value), Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null =>
            Read(nullable, record, addValue),
        MemberExpression { Expression: var of, Member.Name: var name } when of == record && Columns.TryGetValue(name, out var column) =>
            new ColumnOperand(column),
        MethodCallExpression { Method.Name: "get_Item", Object: { } metadata, Arguments: [var name] } when IsMetadata(metadata, record) =>
            new MetadataOperand(addValue(FilterValue.OfName(name, record))),
        IndexExpression { Object: { } metadata, Arguments: [var name] } when IsMetadata(metadata, record) =>
            new MetadataOperand(addValue(FilterValue.OfName(name, record))),
        _ => null,
    };

    /// <summary>Whether an expression is <c>r.Metadata</c>.</summary>
    public static bool IsMetadata(Expression expression, ParameterExpression record) =>
        expression is MemberExpression { Member.Name: nameof(PassageRecord.Metadata), Expression: var of } && of == record;

    /// <summary>Without conversions that lose nothing, which the compiler puts in to compare an <c>int</c> with an <c>int?</c>, a <c>long</c> or a <c>double</c>.</summary>
    private static Expression WithoutWidening(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand }
        && operand.Type.IsValueType
        && Type.GetTypeCode(Nullable.GetUnderlyingType(expression.Type) ?? expression.Type) is TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double
            ? WithoutWidening(operand)
            : expression;

    private sealed record ColumnOperand(string Column) : PassageOperand
    {
        public override string Scalar => Column;

        public override string IsNull => $"{Column} IS NULL";

        public override string Is(string parameter) => $"{Column} IS NOT DISTINCT FROM {parameter}";

        public override string IsOneOf(string parameter) => $"({Column} = ANY ({parameter})) IS TRUE";
    }

    /// <summary>A document's passages pass together, so its documents are looked up once and not for each passage.</summary>
    private sealed record MetadataOperand(string Name) : PassageOperand
    {
        public override string Scalar => $"(SELECT MIN(value) FROM document_metadata WHERE document = p.document AND name = {Name})";

        public override string IsNull => $"p.document NOT IN ({Having})";

        private string Having => $"SELECT document FROM document_metadata WHERE name = {Name}";

        public override string Is(string parameter) => $"p.document IN ({Having} AND value = {parameter})";

        public override string IsOneOf(string parameter) => $"p.document IN ({Having} AND value = ANY ({parameter}))";
    }
}
