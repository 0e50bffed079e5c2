namespace ForumQA.Ingestion.Pdf;

/// <summary>A file costs more to read than <see cref="PdfBudget"/> allows.</summary>
internal sealed class PdfBudgetException() : Exception("The file unpacks to more than may be read.");
