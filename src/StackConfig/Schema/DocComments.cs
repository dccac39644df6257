using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StackConfig.Binding;

namespace StackConfig.Schema;

/// <summary>The documentation comments of this program, which the compiler writes into a file beside it.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members;

    private DocComments(XDocument file) =>
        _members = file.Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    internal static DocComments Read(Assembly assembly) =>
        new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    /// <summary>The summary of a property or a member of an enum.</summary>
    internal DocText Summary(MemberInfo member)
    {
        var kind = member is PropertyInfo ? 'P' : 'F';
        return Part($"{kind}:{Name(member.DeclaringType!)}.{member.Name}", "summary");
    }

    /// <summary>The remarks of a type; empty for none.</summary>
    internal DocText Remarks(Type type) => Part($"T:{Name(type)}", "remarks");

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private DocText Part(string member, string part) =>
        _members.GetValueOrDefault(member)?.Element(part) is { } text
            ? new DocText(Space().Replace(Markdown(text), " ").Trim())
            : DocText.Empty;

    private static string Markdown(XElement element) => string.Concat(element.Nodes().Select(Markdown));

    private static string Markdown(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement element when element.Attribute("cref") is { } reference => $"`{Key(reference.Value)}`",
            XElement element => Markdown(element),
            _ => "",
        };

    private static string Key(string reference) => PropertyShape.GetKey(reference.Split('.')[^1]);

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Space();
}
