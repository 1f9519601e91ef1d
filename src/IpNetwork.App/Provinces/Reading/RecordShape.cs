using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IpNetwork.App.Provinces.Reading;

/// <summary>What a record of the pack expects of its JSON object: <c>required</c> members must be written, others may be left out.</summary>
internal sealed record RecordShape(IReadOnlyList<RecordMember> Members)
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, Read);

    private static RecordShape Read(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return new([.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => new RecordMember(
                JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                property,
                property.IsDefined(typeof(RequiredMemberAttribute)),
                nullability.Create(property).WriteState == NullabilityState.Nullable))]);
    }
}

internal sealed record RecordMember(string Name, PropertyInfo Property, bool IsRequired, bool TakesNull);
