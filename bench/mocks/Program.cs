// Constructs the resources of a stack with the SDK's mocks, without recording them, and prints their number.
// usage: BenchMocks FOLDER STACK
using Bench.Mocks;
using Infra;
using Infra.Configuration;
using Pulumi;
using Pulumi.Testing;
using StackConfig.Reading;

var problems = new List<Diagnostic>();
var document = StackFileReader.Read(args[0], args[1], problems);
var loaded = SettingsLoader.Load(document, problems, placeholderSeverity: Severity.Note);
if (document is null || loaded.StackModel is not { } stack)
{
    Console.Error.WriteLine(DiagnosticFormatter.Format(loaded.Problems));
    return 1;
}

var options = new TestOptions
{
    ProjectName = document.Project,
    StackName = args[1],
    IsPreview = false,
};
var (resources, _) = await Deployment.TestAsync(
    new EchoMocks(),
    options,
    () => InferenceStack.CreateAsync(stack, Output.CreateSecret)
);
Console.WriteLine(resources.Length);
return 0;
