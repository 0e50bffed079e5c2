# syntax=docker/dockerfile:1
# The web service, with the console beside it for keys, evals and MCP. Documents at /corpus, everything it writes at /data.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/ForumQA.Api -c Release -o /app/api \
 && dotnet publish src/ForumQA.Cli -c Release -p:PackAsTool=false -o /app/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN printf '#!/bin/sh\nexec dotnet /app/cli/ForumQA.Cli.dll "$@"\n' > /usr/local/bin/forumqa \
 && chmod 755 /usr/local/bin/forumqa \
 && mkdir -p /data /corpus \
 && chown "$APP_UID" /data /corpus
USER $APP_UID
WORKDIR /data
ENV FORUMQA_Corpus__Path=/corpus \
    FORUMQA_Index__Path=/data/forumqa.db \
    FORUMQA_Api__KeyFile=/data/keys.json
VOLUME ["/data", "/corpus"]
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/api/ForumQA.Api.dll"]
