using Samverkan.Functions.Cli;

return await SamverkanCommand.RunAsync(args);
