using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ForumQA.Ingestion.Pdf;

/// <summary>Runs the content of a page for its characters alone; what is drawn is passed over.</summary>
internal sealed class PdfTextProcessor(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    UglyToad.PdfPig.Parser.IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions options,
    PdfBudget budget)
    : BaseStreamProcessor<PdfPageGlyphs>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, initialMatrix, options)
{
    /// <summary>Real pages nest a handful; a file made to overflow the stack, thousands.</summary>
    private const int DeepestForm = 40;

    private const int AngleStep = 5;

    private readonly List<PdfGlyph> _glyphs = [];
    private int _depth;

    public override PdfPageGlyphs Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PdfPageGlyphs(_glyphs);
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        budget.SpendGlyph();
        var matrix = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var origin = matrix.Transform(new PdfPoint(0, 0));
        var right = Vector(matrix, origin, 1, 0);
        var up = Vector(matrix, origin, 0, 1);
        var size = Length(up);
        if (string.IsNullOrEmpty(unicode) || !double.IsFinite(origin.X + origin.Y + size) || size <= 0)
        {
            return;
        }

        // A line of vertical writing runs downwards.
        var direction = font.IsVertical ? new PdfPoint(-up.X, -up.Y) : right;
        var width = font.IsVertical ? size : Length(right) * characterBoundingBox.Width;
        var angle = (int)Math.Round(Math.Atan2(direction.Y, direction.X) * 180 / Math.PI / AngleStep) * AngleStep;
        angle = angle == -180 ? 180 : angle;
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        _glyphs.Add(new PdfGlyph(
            unicode, (origin.X * cos) + (origin.Y * sin), (origin.X * sin) - (origin.Y * cos), Math.Abs(width), size, angle));
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        budget.Check();
        if (++_depth > DeepestForm)
        {
            budget.Exceed();
        }

        base.ProcessFormXObject(formStream, xObjectName);
        _depth--;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    public override void BeginInlineImage()
    {
    }

    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties)
    {
    }

    public override void EndInlineImage(Memory<byte> bytes)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    private static PdfPoint Vector(TransformationMatrix matrix, PdfPoint origin, double x, double y)
    {
        var end = matrix.Transform(new PdfPoint(x, y));
        return new PdfPoint(end.X - origin.X, end.Y - origin.Y);
    }

    private static double Length(PdfPoint vector) => Math.Sqrt((vector.X * vector.X) + (vector.Y * vector.Y));
}
