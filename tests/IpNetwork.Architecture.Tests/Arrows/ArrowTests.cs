using Xunit;

namespace IpNetwork.Architecture.Tests.Arrows;

public sealed class ArrowTests
{
    [Fact]
    public void Imports_point_from_higher_floors_to_lower_ones_and_never_between_rooms()
    {
        var files = Repository.Sources("src", ".cs", ".razor");

        Assert.True(files.Count > 200, "The source tree was not found.");
        Assert.Empty(Imports.Violations(files));
    }

    [Theory]
    [InlineData("IpNetwork.Domain/Kernel/X.cs", "using IpNetwork.Domain.Nodes;")]
    [InlineData("IpNetwork.Domain/Nodes/X.cs", "using IpNetwork.Domain.Catalog;")]
    [InlineData("IpNetwork.Domain/Nodes/X.cs", "using IpNetwork.App.Tenancy;")]
    [InlineData("IpNetwork.App/Tenancy/X.cs", "using IpNetwork.App.Data;")]
    [InlineData("IpNetwork.App/Data/X.cs", "using IpNetwork.App.Shell;")]
    [InlineData("IpNetwork.App/Data/Trail/X.cs", "using IpNetwork.App.Nodes;")]
    [InlineData("IpNetwork.App/Shell/X.cs", "using IpNetwork.App.Data;")]
    [InlineData("IpNetwork.App/Shell/X.razor", "@using IpNetwork.App.Nodes")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "using static IpNetwork.App.Staff.Entrance;")]
    [InlineData("IpNetwork.App/Nodes/Pages/X.cs", "using E = IpNetwork.App.Staff.Pages.Entrance;")]
    [InlineData("IpNetwork.App/Nodes/X.razor", "@using IpNetwork.App.Catalog.Portal")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "var x = IpNetwork.App.Staff.Made.Up;")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "var x = new Staff.Entrance();")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "var x = new App.Staff.Entrance();\nusing IpNetwork.App.Staff;")]
    [InlineData("IpNetwork.App/Tenancy/X.cs", "SignOn.CsrfCheck.Passes();")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "using IpNetwork.App;")]
    [InlineData("IpNetwork.SignOn/X.cs", "using IpNetwork.Domain.Kernel;")]
    [InlineData("IpNetwork.SignOn/Pages/X.razor", "@using IpNetwork.App.Shell")]
    [InlineData("IpNetwork.LocalPostgres/X.cs", "using IpNetwork.Domain.Kernel;")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "global using IpNetwork.App.Data;")]
    [InlineData("IpNetwork.App/_Imports.razor", "@using IpNetwork.App.Shell")]
    public void A_wrong_arrow_is_caught(string path, string line)
    {
        SourceFile[] files =
        [
            new($"src/{path}", $"{line}\nnamespace {Place.NamespaceOf(path)};\nclass X;"),
            new("src/IpNetwork.App/Staff/Entrance.cs", "namespace IpNetwork.App.Staff;\nclass Entrance;"),
        ];

        Assert.NotEmpty(Imports.Violations(files));
    }

    [Theory]
    [InlineData("IpNetwork.App/Composition.cs", "using IpNetwork.App.Nodes;\nusing IpNetwork.SignOn;")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "using IpNetwork.App.Data.Trail;\nusing IpNetwork.App.Shell;\nusing IpNetwork.Domain.Staff;")]
    [InlineData("IpNetwork.App/Nodes/Pages/X.cs", "using IpNetwork.App.Nodes.Acts;")]
    [InlineData("IpNetwork.App/Nodes/X.cs", "// see IpNetwork.App.Staff\nvar x = ChangeSignal.Staff.Length;")]
    [InlineData("IpNetwork.App/Data/X.cs", "using IpNetwork.Domain.Nodes;\nusing IpNetwork.App.Tenancy;")]
    public void A_right_arrow_passes(string path, string line) =>
        Assert.Empty(Imports.Violations([new($"src/{path}", $"{line}\nnamespace {Place.NamespaceOf(path)};\nclass X;")]));
}
