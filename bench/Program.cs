using System.CommandLine;
using System.Globalization;
using Bench;

if (args is [PeakMemoryProbe.Name, .. var words])
{
    return PeakMemoryProbe.Run(words);
}

var sizes = new Option<string>("--sizes")
{
    Description = "Numbers of servings",
    DefaultValueFactory = _ => "2 10 100 1000",
};
var work = new Option<string>("--work") { Description = "The folder for generated files", Required = true };
var chart = new Option<string>("--chart") { Description = "The chart without servings", Required = true };
var program = new Option<string>("--program") { Description = "The program's assembly", Required = true };
var mocks = new Option<string?>("--mocks") { Description = "The assembly that runs the stacks with the SDK's mocks" };
var rounds = new Option<int?>("--rounds")
{
    Description = "How often each command is measured, of which the median counts; default: 21, from 1000 servings 7",
};
rounds.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int?>() < 1)
    {
        given.AddError("--rounds must be at least 1.");
    }
});
var strict = new Option<bool>("--strict") { Description = "Fail if a target is missed" };

var stacks = new Command("stacks", "Only write the stack files and charts") { sizes, work, chart };
stacks.SetAction(command =>
{
    foreach (var folder in Folders(command))
    {
        Console.WriteLine(folder.Path);
    }
});

var root = new RootCommand("Benchmarks the program against helm.")
{
    sizes,
    work,
    chart,
    program,
    mocks,
    rounds,
    strict,
    stacks,
};
root.SetAction(command =>
{
    try
    {
        return Run(command);
    }
    catch (BenchException problem)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
});
return await root.Parse(args).InvokeAsync();

IEnumerable<StackFolder> Folders(ParseResult command) =>
    command
        .GetRequiredValue(sizes)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(size => int.Parse(size, CultureInfo.InvariantCulture))
        .Select(size => StackFolder.Write(command.GetRequiredValue(work), size, command.GetRequiredValue(chart)));

int Run(ParseResult command)
{
    var helm = Helm.Find(command.GetRequiredValue(work));
    var comparisons = Folders(command)
        .Select(folder => new Comparison(folder, helm, command.GetRequiredValue(program), command.GetValue(mocks)))
        .ToArray();
    foreach (var comparison in comparisons)
    {
        Console.Error.WriteLine($"Comparing {comparison.Folder.Count} servings: {comparison.Compare()} equal objects.");
        comparison.SaveBasePlans();
    }

    var measured = new Measurements();
    foreach (var comparison in comparisons)
    {
        Console.Error.WriteLine($"Measuring {comparison.Folder.Count} servings…");
        measured.Measure(comparison.Folder.Count, comparison.Commands, command.GetValue(rounds));
    }

    var met = new Report(Console.Out, measured).Print(Machine.Describe(helm));
    return met || !command.GetValue(strict) ? 0 : 1;
}
