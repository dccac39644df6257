namespace Infra.Tests.Validation.Properties;

/// <summary>Changes of settings.</summary>
internal static class TreeEdits
{
    /// <summary>The flags with one changed, in its place or else at the end.</summary>
    public static Tree.List Set(this Tree.List flags, string name, object? value)
    {
        var flag = Tree.CreateMap((name, value));
        var known = flags.Items.FirstOrDefault(item => item is Tree.Map map && map.Entries.ContainsKey(name));
        return new(known is null ? flags.Items.Add(flag) : flags.Items.Replace(known, flag));
    }

    /// <summary>
    /// The tree with a value at a path of names, such as <c>servings|maxText|flags|steps</c>. In a list the path continues in the first map
    /// that has its next name, or else in the first item.
    /// </summary>
    public static Tree Put(this Tree tree, string path, Tree? value)
    {
        var steps = path.Split('|', 2);
        return tree switch
        {
            Tree.Map map when steps.Length == 1 => value is null ? map.Without(path) : map.With(path, value),
            Tree.Map map => map.With(
                steps[0],
                map.Entries.GetValueOrDefault(steps[0], Tree.Map.Empty).Put(steps[1], value)
            ),
            Tree.List list => PutIntoItem(list, path, steps[0], value),
            _ => Tree.Map.Empty.Put(path, value),
        };
    }

    private static Tree.List PutIntoItem(Tree.List list, string path, string name, Tree? value)
    {
        var known = list.Items.FirstOrDefault(item => item is Tree.Map map && map.Entries.ContainsKey(name));
        if (known is null && (list.Items.IsEmpty || list.Items.All(item => item is Tree.Map { Entries.Count: 1 })))
        {
            return value is null ? list : new(list.Items.Add(Tree.Map.Empty.Put(path, value)));
        }

        var item = known ?? list.Items[0];
        return new(list.Items.Replace(item, item.Put(path, value)));
    }
}
