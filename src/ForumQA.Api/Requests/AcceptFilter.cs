namespace ForumQA.Api.Requests;

/// <summary>Refuses clients that take no JSON. Endpoints that give something else as well choose themselves.</summary>
internal sealed class AcceptFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ChoosesFormat>() is null)
        {
            Accepted.Choose(context.HttpContext.Request, Accepted.Json);
        }

        return next(context);
    }
}

/// <summary>Marks endpoints that choose the format of their response themselves.</summary>
internal sealed class ChoosesFormat;
