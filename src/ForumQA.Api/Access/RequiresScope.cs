using ForumQA.Hosting.Access;

namespace ForumQA.Api.Access;

/// <summary>What a key must allow to be taken at an endpoint. Endpoints that say nothing require <see cref="ApiScopes.Ask"/>.</summary>
internal sealed record RequiresScope(ApiScopes Scopes);

/// <summary>Marks endpoints that anyone may call: they tell nothing of the documents.</summary>
internal sealed class OpenToAll;
