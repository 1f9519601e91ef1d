using Xunit;

namespace IpNetwork.Journeys.Tests.Browsers;

/// <summary>A test that needs a browser, and says that it was skipped where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Program is null ? Chromium.Missing : null;
}

internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Program is null ? Chromium.Missing : null;
}
