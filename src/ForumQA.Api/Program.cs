using ForumQA.Api;

return await Service.RunAsync(args);
