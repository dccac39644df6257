using System.Collections.Immutable;
using Infra.Model.Names;
using Infra.Model.Tpu;
using StackConfig.Binding;

namespace Infra.Commands;

/// <summary>The questions of <c>init</c>, and the stack that follows from their answers.</summary>
internal sealed class InitQuestions
{
    private const string OnDemand = "on-demand";
    private const string Reserved = "reservation";

    private readonly InitQuestion _model = InitQuestion.Create(
        "--model",
        "PRESET",
        "Preset, or a model that MaxText knows",
        "Preset or model, such as gemma2-27b",
        () => InitQuestion.Model
    );

    private readonly InitQuestion _checkpoint = InitQuestion.Create<GcsPath>(
        "--checkpoint",
        "gs://…",
        "Checkpoint in MaxText's format; a folder int8 or bf16 in its path says how it is quantized",
        "Checkpoint, gs://BUCKET/PATH"
    );

    private readonly InitQuestion _topology = InitQuestion.Create<Topology>(
        "--topology",
        "TOPOLOGY",
        "Topology of a slice; default: that of the preset, or the smallest that fits",
        "Topology of a slice"
    );

    private readonly InitQuestion _project = InitQuestion.Create<ProjectId>(
        "--project",
        "ID",
        "Google Cloud project",
        "Google Cloud project"
    );

    private readonly InitQuestion _zone = InitQuestion.Create<Zone>(
        "--zone",
        "ZONE",
        "Zone of the slices, such as us-east5-b",
        "Zone of the slices, such as us-east5-b"
    );

    private readonly InitQuestion _region = InitQuestion.Create<Region>(
        "--region",
        "REGION",
        "Region of cluster and buckets; default: that of the zone",
        "Region of cluster and buckets"
    );

    private readonly InitQuestion _capacity = InitQuestion.Create(
        "--capacity",
        "KIND",
        "Capacity: on-demand (default), spot, reservation or flex-start",
        "Capacity: on-demand, spot, reservation or flex-start",
        () => InitQuestion.Capacity
    );

    private readonly InitQuestion _reservation = InitQuestion.Create<ReservationName>(
        "--reservation",
        "NAME",
        "Reservation, for --capacity reservation",
        "Reservation"
    );

    /// <summary>All questions, in the order in which they are asked.</summary>
    public ImmutableArray<InitQuestion> All =>
        [_model, _checkpoint, _topology, _project, _zone, _region, _capacity, _reservation];

    /// <summary>Adds all models to the help, which other commands do not need to read.</summary>
    public void ListModels() => _model.Option.Description += $": {string.Join(", ", ModelChoice.Names)}";

    /// <summary>Asks all questions; null, with problems in the answers, where one has no answer that can be used.</summary>
    public NewStack? Ask(InitAnswers answers)
    {
        var serving = AskForServing(answers, out var checkpoint);
        var project = answers.Get<ProjectId>(_project);
        var zone = answers.Get<Zone>(_zone);
        var region = zone is null ? null : answers.Get<Region>(_region, zone.Region);
        var capacity = answers.Get<string>(_capacity, OnDemand);
        var isReserved = capacity == Reserved || answers.Has(_reservation);
        var reservation = isReserved ? answers.Get<ReservationName>(_reservation) : null;
        return serving is null || checkpoint is null || project is null || region is null || capacity is null
            ? null
            : new()
            {
                Serving = serving,
                Checkpoint = checkpoint,
                Project = project,
                Region = region,
                Zone = zone!,
                CapacityKind = capacity,
                Reservation = reservation,
            };
    }

    private FittingServing? AskForServing(InitAnswers answers, out GcsPath? checkpoint)
    {
        var model = answers.Get<ModelChoice>(_model);
        checkpoint = answers.Get<GcsPath>(_checkpoint);
        if (model is null || checkpoint is null)
        {
            _ = answers.Has(_topology) ? answers.Get<Topology>(_topology) : null;
            return null;
        }

        var smallest = FittingServing.Find(model, checkpoint, topology: null);
        if (answers.Get<Topology>(_topology, smallest?.Slice.Topology.Name) is not { } topology)
        {
            return null;
        }

        var serving = FittingServing.Find(model, checkpoint, topology);
        if (serving is null)
        {
            answers.Refuse(_topology, Unfit(model, checkpoint, topology));
        }

        return serving;
    }

    private static string Unfit(ModelChoice model, GcsPath checkpoint, Topology topology)
    {
        var fitting = FittingServing.Topologies(model, checkpoint).Select(one => one.Name).ToList();
        return $"{model.Name} does not fit {topology}. Allowed: "
            + (fitting.Count > 0 ? AllowedValues.Format(fitting) : "a smaller model, or a checkpoint in int8");
    }
}
