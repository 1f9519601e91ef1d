using Xunit;

namespace IpNetwork.SignOn.Tests.Hosting;

/// <summary>Tests that take times run when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
