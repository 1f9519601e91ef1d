using IpNetwork.App.Provinces.Packs;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces;

/// <summary>A pack, or everything that is wrong with it: never both.</summary>
internal sealed record PackReading(ProvincePack? Pack, IReadOnlyList<PackError> Errors);

/// <summary>Packs of one deployment; none when any of them is wrong, or when they do not go together.</summary>
internal sealed record PacksReading(IReadOnlyList<ProvincePack> Packs, IReadOnlyList<PackError> Errors);

/// <summary>The holiday notices in order of year; none when any of them is wrong.</summary>
internal sealed record CalendarReading(IReadOnlyList<HolidayYear> Years, IReadOnlyList<PackError> Errors);
