using IpNetwork.Journeys.Tests.Browsers;
using Xunit;

namespace IpNetwork.Journeys.Tests;

/// <summary>Everything with a browser runs one after another and shares the browser and the network.</summary>
[CollectionDefinition(Name)]
public sealed class AtTheScreen : ICollectionFixture<Browsing>, ICollectionFixture<Sichuan>
{
    public const string Name = "At the screen";
}
