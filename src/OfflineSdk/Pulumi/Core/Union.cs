namespace Pulumi;

/// <summary>A union of types that are only known at run time.</summary>
internal interface IUnion
{
    object? Value { get; }
}

/// <summary>A class, unlike the official struct: ReadyToRun cannot precompile generic code over structs of another assembly.</summary>
public sealed class Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _first;
    private readonly T1 _second;

    private Union(bool isT1, T0 first, T1 second) => (IsT1, _first, _second) = (isT1, first, second);

    public bool IsT0 => !IsT1;

    public bool IsT1 { get; }

    public T0 AsT0 => IsT0 ? _first : throw new InvalidOperationException($"The union contains a {typeof(T1).Name}.");

    public T1 AsT1 => IsT1 ? _second : throw new InvalidOperationException($"The union contains a {typeof(T0).Name}.");

    public object Value => IsT1 ? _second! : _first!;

    object? IUnion.Value => Value;

    public static Union<T0, T1> FromT0(T0 input) => new(isT1: false, input, default!);

    public static Union<T0, T1> FromT1(T1 input) => new(isT1: true, default!, input);

    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    public static bool operator ==(Union<T0, T1>? left, Union<T0, T1>? right) => Equals(left, right);

    public static bool operator !=(Union<T0, T1>? left, Union<T0, T1>? right) => !Equals(left, right);

    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT1 ? f1(_second) : f0(_first);

    public bool Equals(Union<T0, T1>? other) => other is not null && IsT1 == other.IsT1 && Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(IsT1, Value);

    public override string ToString() => $"{Value}";
}
