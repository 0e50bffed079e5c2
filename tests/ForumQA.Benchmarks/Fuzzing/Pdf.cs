namespace ForumQA.Benchmarks.Fuzzing;

/// <summary>A small PDF file, uncompressed, so that changes reach what it says.</summary>
internal static class Pdf
{
    public const string Sample = """
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R /Outlines 9 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /X1 8 0 R >> >> >>
        endobj
        4 0 obj
        << /Type /Page /Parent 2 0 R /Contents [6 0 R] /Rotate 90 /Resources << /Font << /F1 7 0 R >> >> >>
        endobj
        5 0 obj
        << /Length 151 >>
        stream
        q BT /F1 20 Tf 1 0 0 1 60 780 Tm (The harbour) Tj ET
        BT /F1 11 Tf 1 0 0 1 60 740 Tm [(Ada Quill ) -250 (opened it.)] TJ 0 -14 Td (It is deep.) ' ET /X1 Do Q
        endstream
        endobj
        6 0 obj
        << /Length 66 >>
        stream
        BT /F1 11 Tf 1 0 0 1 60 700 Tm (The lighthouse is 42 m high.) Tj ET
        endstream
        endobj
        7 0 obj
        << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
        endobj
        8 0 obj
        << /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length 2 /Resources << /XObject << /X1 8 0 R >> >> >>
        stream
        q Q
        endstream
        endobj
        9 0 obj
        << /Type /Outlines /First 10 0 R /Last 10 0 R /Count 1 >>
        endobj
        10 0 obj
        << /Title (One) /Parent 9 0 R /Next 10 0 R >>
        endobj
        trailer << /Size 11 /Root 1 0 R >>
        %%EOF
        """;

    public static IReadOnlyList<string> Tokens { get; } =
    [
        "<<", ">>", "[", "]", "(", ")", "<", ">", "/Kids", "/Parent 2 0 R", "/Prev 0", "/Next 10 0 R", "/Contents 5 0 R", "/XObject << /X1 8 0 R >>", "/X1 Do ", "/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /ASCIIHexDecode]", "/Filter /LZWDecode",
        "/Filter /RunLengthDecode", "/DecodeParms << /Predictor 15 /Columns 99999999 >>", "/Length 99999999", "/Length -1", "/Count 99999999", "/Type /ObjStm /N 9 /First 9", "/Type /XRef /W [1 2 1]", "1 0 R", "2 0 R", "8 0 R", "99 0 R", "BT ", "ET ", " Tf ", " Tm ", " Tj ", " TJ ",
        " Td ", "q ", "Q ", " cm ", "/F1 1e38 Tf ", "0 0 0 0 0 0 Tm ", "1e30 0 0 1e30 0 0 cm ", "obj", "endobj", "stream\n", "endstream", "xref", "trailer", "startxref", "%%EOF", "/MediaBox [0 0 0 0]", "/MediaBox [0 0 1e30 -1e30]", "/Rotate 45", "/Encrypt << /V 1 >>",
        "/Encoding /Identity-H", "/ToUnicode 5 0 R", "/Subtype /Type0", "/DescendantFonts [7 0 R]", "/Subtype /Type3", "/FirstChar -5 /LastChar 9999999", "BI /W 9 ID ", " EI ", "-", ".", "true", "null",
    ];
}
