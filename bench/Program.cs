using System.CommandLine;
using System.Globalization;
using Bench;

var sizes = new Option<string>("--sizes")
{
    Description = "Numbers of servings",
    DefaultValueFactory = _ => "2 10 100 1000",
};
var work = new Option<string>("--work") { Description = "The folder to work in", Required = true };
var chart = new Option<string>("--chart") { Description = "The chart without servings", Required = true };

var stacks = new Command("stacks", "Write the stack files and charts, and nothing else") { sizes, work, chart };
stacks.SetAction(command =>
{
    foreach (var size in Sizes(command.GetRequiredValue(sizes)))
    {
        var folder = StackFolder.Write(command.GetRequiredValue(work), size, command.GetRequiredValue(chart));
        Console.WriteLine(folder.Path);
    }
});

return await new RootCommand("Compares the program with helm.") { stacks }
    .Parse(args)
    .InvokeAsync();

static IEnumerable<int> Sizes(string text) =>
    text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(size => int.Parse(size, CultureInfo.InvariantCulture));
