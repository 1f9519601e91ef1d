using System.Text.Json;
using IpNetwork.App.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpNetwork.App.Data;

/// <summary>A room names its immutable values that are kept as jsonb, whole: replaced, never edited in place.</summary>
internal interface IJsonValues
{
    public void Configure(ModelConfigurationBuilder configuration);
}

internal static class JsonColumn
{
    extension(ModelConfigurationBuilder configuration)
    {
        public void KeepAsJson<T>() where T : class =>
            configuration.Properties<T>().HaveConversion<JsonConverter<T>, JsonComparer<T>>().HaveColumnType("jsonb");
    }

    private sealed class JsonConverter<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, WireJson.Options),
        text => JsonSerializer.Deserialize<T>(text, WireJson.Options) ?? Missing<T>())
        where T : class;

    private sealed class JsonComparer<T>() : ValueComparer<T>(
        (left, right) => JsonSerializer.Serialize(left, WireJson.Options) == JsonSerializer.Serialize(right, WireJson.Options),
        value => JsonSerializer.Serialize(value, WireJson.Options).GetHashCode(StringComparison.Ordinal),
        value => value)
        where T : class;

    private static T Missing<T>() => throw new InvalidOperationException($"A jsonb column of {typeof(T).Name} holds null.");
}
