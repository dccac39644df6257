using System.CommandLine;
using Infra.Configuration;

namespace Infra.Commands;

/// <summary>Prints the JSON Schema of stack files, for editors.</summary>
internal sealed class SchemaCommand : Command
{
    public SchemaCommand(Terminal terminal)
        : base("schema", "Print the JSON Schema of stack files, for completion in editors") =>
        SetAction(
            async (_, _) =>
            {
                await terminal.Output.WriteAsync(StackSettingsSchema.Create().ToJson());
                return ExitCode.Success;
            }
        );
}
