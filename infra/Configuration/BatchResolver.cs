using Infra.Model.MaxText;
using Infra.Model.Names;
using Infra.Model.Servings;
using Infra.Validation;

namespace Infra.Configuration;

/// <summary>Makes a <see cref="Batch"/> of its settings: defaults laid beneath, everything derived.</summary>
internal static class BatchResolver
{
    /// <summary>Where nobody knows how many slots the serving has.</summary>
    private const int ConcurrentPerReplica = 8;

    /// <summary>The batch, or null when none was asked for or <paramref name="report"/> was told of something without which there is none.</summary>
    /// <param name="written">The settings, with those of a preset beneath; null for no batch.</param>
    /// <param name="serving">The serving that answers it.</param>
    /// <param name="report">Takes the problems, with keys relative to the settings.</param>
    public static Batch? Resolve(BatchSettings? written, Serving serving, Report report)
    {
        if (written is null)
        {
            return null;
        }

        var settings = written.Over(ServingDefaults.Batch);
        var input = Require(settings.Input, "input", GcsObject.Accepted, report);
        var output = Require(settings.Output, "output", GcsFolder.Accepted, report);
        return input is null || output is null
            ? null
            : new()
            {
                Input = input,
                Output = output,
                Concurrency = settings.Concurrency ?? Concurrency(serving),
                MaxTokens = settings.MaxTokens!.Value,
                Image = settings.Image!,
                ServiceAccount = settings.ServiceAccount?.Text ?? $"{serving.Name}-batch",
                HasOwnAccount = settings.ServiceAccount is not null,
            };
    }

    private static int Concurrency(Serving serving)
    {
        var useful = ServingSizing.Of(serving).PromptsAtOnce ?? (double)ConcurrentPerReplica * serving.Replicas;
        return (int)Math.Clamp(useful, 1, BatchSettings.MostConcurrent);
    }

    private static T? Require<T>(T? value, string key, string accepted, Report report)
        where T : class
    {
        if (value is null)
        {
            report.Missing(key, $"accepted: {accepted}");
        }

        return value;
    }
}
