using System.Collections.Immutable;
using StackConfig.Binding;
using StackConfig.Reading;

namespace Infra.Model;

/// <summary>YAML files that are embedded in the program: facts, by their paths below <c>infra/Model</c>, and the defaults of settings.</summary>
/// <remarks>They are read and bound as stack files are, and as strictly.</remarks>
internal static class DataFile
{
    private static readonly Dictionary<Type, ScalarType> NoScalarTypes = [];

    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">The type to bind it to.</typeparam>
    /// <param name="path">Its path, such as <c>MaxText/flags.yaml</c>.</param>
    internal static T Read<T>(string path)
        where T : class => Parse<T>(path, EmbeddedText.Read(path));

    /// <summary>Reads all files of a folder, in the ordinal order of their names.</summary>
    /// <typeparam name="T">The type to bind each of them to.</typeparam>
    /// <param name="folder">The folder, such as <c>Tpu</c>.</param>
    internal static ImmutableArray<T> ReadFolder<T>(string folder)
        where T : class => [.. EmbeddedText.Names($"{folder}/").Order(StringComparer.Ordinal).Select(Read<T>)];

    /// <summary>Binds YAML.</summary>
    /// <typeparam name="T">The type to bind it to.</typeparam>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="yaml">The text.</param>
    /// <exception cref="InvalidDataException">A key is missing or unknown, or a value does not have its type.</exception>
    internal static T Parse<T>(string name, string yaml)
        where T : class
    {
        var problems = new List<Diagnostic>();
        var data = new SettingsBinder(NoScalarTypes).Bind<T>(ParseMap(name, yaml), problems);
        return data ?? throw new InvalidDataException(DiagnosticFormatter.Format(problems));
    }

    /// <summary>Reads a file without binding it.</summary>
    /// <param name="path">Its path.</param>
    internal static MapNode ReadMap(string path) => ParseMap(path, EmbeddedText.Read(path));

    private static MapNode ParseMap(string name, string yaml)
    {
        var problems = new List<Diagnostic>();
        var map = new YamlFile(name, problems).ReadMap(() => yaml);
        return map is not null && problems.Count == 0
            ? map
            : throw new InvalidDataException(DiagnosticFormatter.Format(problems));
    }
}
