using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpNetwork.App.Data;

/// <summary>What a mapping says about a table's wall beyond the default; <see cref="Walls"/> turns it into policies and grants.</summary>
internal static class WallAnnotations
{
    private const string Kind = "ipnet:wall";
    private const string App = "ipnet:app";
    private const string Dispatch = "ipnet:dispatch";
    private const string Overseen = "ipnet:overseen";

    extension<T>(EntityTypeBuilder<T> builder) where T : class
    {
        public EntityTypeBuilder<T> Behind(Wall wall) => builder.HasAnnotation(Kind, wall.ToString()) as EntityTypeBuilder<T> ?? builder;

        /// <summary>The privileges of the application role, where they are fewer than all four.</summary>
        public EntityTypeBuilder<T> AppMay(Access access) => builder.HasAnnotation(App, (int)access) as EntityTypeBuilder<T> ?? builder;

        /// <summary>Background work of the whole network may do this with every node's rows.</summary>
        public EntityTypeBuilder<T> DispatchMay(Access access) => builder.HasAnnotation(Dispatch, (int)access) as EntityTypeBuilder<T> ?? builder;

        /// <summary>A parent looking down does not read this table.</summary>
        public EntityTypeBuilder<T> NotOverseen() => builder.HasAnnotation(Overseen, false) as EntityTypeBuilder<T> ?? builder;
    }

    extension(IReadOnlyEntityType entity)
    {
        public Wall GetWall() => Enum.Parse<Wall>((string?)entity.FindAnnotation(Kind)?.Value ?? nameof(Wall.Tenant));

        public Access GetAppAccess() => (Access)((int?)entity.FindAnnotation(App)?.Value ?? (int)Access.All);

        public Access GetDispatchAccess() => (Access)((int?)entity.FindAnnotation(Dispatch)?.Value ?? 0);

        public bool IsOverseen() => (bool?)entity.FindAnnotation(Overseen)?.Value ?? true;
    }
}
