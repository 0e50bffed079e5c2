using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ForumQA.Ingestion.Pdf;

/// <summary>PdfPig's filters, each within the budget.</summary>
internal sealed class BoundedFilters(PdfBudget budget) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> _bounded = DefaultFilterProvider.Instance.GetAllFilters()
        .Distinct().ToDictionary(filter => filter, filter => (IFilter)new BoundedFilter(filter, budget));

    public PdfBudget Budget => budget;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => [.. _bounded.Values];

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters)
    {
        budget.Check();
        return [.. filters.Select(filter => _bounded[filter])];
    }
}
