using System.Text;

namespace OfflinePreview.Output;

/// <summary>Puts sections together within a limit; what does not fit is left out whole, and counted.</summary>
public sealed class MarkdownSections(int limit)
{
    private readonly List<(string Heading, string Text, int Importance)> _sections = [];

    /// <summary>Adds a section that may be left out.</summary>
    /// <param name="heading">The heading above the first such section; empty for none.</param>
    /// <param name="text">The section, ending with a newline.</param>
    /// <param name="importance">0 for what is left out last.</param>
    public void Add(string heading, string text, int importance) => _sections.Add((heading, text, importance));

    /// <summary>The sections in the order in which they were added.</summary>
    /// <param name="before">What stands before them in any case.</param>
    /// <param name="after">What stands after them in any case.</param>
    public string Write(string before, string after)
    {
        var room = limit - before.Length - after.Length - OmittedNotice(_sections.Count).Length;
        var kept = SelectSections(room);
        var text = new StringBuilder(before);
        var heading = "";
        for (var index = 0; index < _sections.Count; index++)
        {
            if (!kept.Contains(index))
            {
                continue;
            }

            var section = _sections[index];
            text.Append(section.Heading == heading ? "" : section.Heading).Append(section.Text).Append('\n');
            heading = section.Heading;
        }

        return text.Append(OmittedNotice(_sections.Count - kept.Count)).Append(after).ToString();
    }

    private HashSet<int> SelectSections(int room)
    {
        var kept = new HashSet<int>();
        foreach (var (index, section) in _sections.Index().OrderBy(section => section.Item.Importance))
        {
            var length = section.Heading.Length + section.Text.Length + 1;
            if (length <= room)
            {
                room -= length;
                kept.Add(index);
            }
        }

        return kept;
    }

    private static string OmittedNotice(int count) =>
        count switch
        {
            0 => "",
            1 => "1 section omitted because of the length limit of comments. The job summary has it.\n\n",
            _ => $"{count} sections omitted because of the length limit of comments. The job summary has them.\n\n",
        };
}
