using StackConfig.Reading;

namespace StackConfig.Binding;

/// <summary>What a document says, as types.</summary>
/// <typeparam name="T">The type of the settings.</typeparam>
/// <param name="Settings">The settings; null when the document has an error.</param>
/// <param name="Secrets">The encrypted values under keys that are none of the settings', by name in ordinal order.</param>
public sealed record BoundSettings<T>(T? Settings, IReadOnlyDictionary<string, SecretNode> Secrets)
    where T : class;
