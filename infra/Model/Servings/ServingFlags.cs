namespace Infra.Model.Servings;

/// <summary>Names of flags that follow from other settings.</summary>
public static class ServingFlags
{
    /// <summary>MaxText's flag for the checkpoint. A list of flags holds it to say where it stands; its value is the serving's.</summary>
    public const string LoadParametersPath = "load_parameters_path";

    /// <summary>MaxText's flag for the port of its metrics.</summary>
    public const string PrometheusPort = "prometheus_port";
}
