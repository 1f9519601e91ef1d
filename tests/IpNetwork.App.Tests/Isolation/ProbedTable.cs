using System.Globalization;
using IpNetwork.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IpNetwork.App.Tests.Isolation;

/// <summary>A table as the catalogue describes it: how to make a row of any node without knowing the room it belongs to.</summary>
internal sealed record ProbedTable(string Name, Wall Wall, IReadOnlyList<ProbedColumn> Columns, IReadOnlyList<string> PrimaryKey, IReadOnlySet<string> Unique, IReadOnlySet<string> Foreign)
{
    public string Sql => $"ipnet.{Name}";

    public string NodeColumn => Wall is Wall.Register ? "id" : "node_id";

    public bool IsOpen => Wall is Wall.Published or Wall.Register;

    /// <summary>A node has one row at most, so there is no key to share with another.</summary>
    public bool IsOnePerNode => PrimaryKey is ["node_id"];

    public override string ToString() => Name;

    public static async Task<IReadOnlyDictionary<string, ProbedTable>> ReadAsync(Session session, IModel model)
    {
        var columns = (await session.RowsAsync("""
            select table_name, column_name, udt_name, character_maximum_length, is_nullable = 'YES', column_default is not null
            from information_schema.columns where table_schema = 'ipnet' order by ordinal_position
            """)).ToLookup(row => (string)row[0]!, row => new ProbedColumn((string)row[1]!, (string)row[2]!, (int?)row[3], (bool)row[4]!, (bool)row[5]!));
        var keys = (await session.RowsAsync("""
            select c.relname, a.attname, i.indisprimary from pg_index i
            join pg_class c on c.oid = i.indrelid and c.relnamespace = 'ipnet'::regnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
            where i.indisunique
            """)).ToLookup(row => (string)row[0]!, row => (Column: (string)row[1]!, IsPrimary: (bool)row[2]!));
        var foreign = model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys().SelectMany(key => key.Properties), (entity, property) => (Table: entity.GetTableName() ?? "", Column: property.GetColumnName()))
            .ToLookup(one => one.Table, one => one.Column);
        return ParentsFirst(model).Select(entity => (Name: entity.GetTableName() ?? "", Wall: entity.GetWall())).Distinct()
            .ToDictionary(table => table.Name, table => new ProbedTable(
                table.Name,
                table.Wall,
                [.. columns[table.Name]],
                [.. keys[table.Name].Where(k => k.IsPrimary).Select(k => k.Column).Distinct()],
                keys[table.Name].Select(k => k.Column).ToHashSet(),
                foreign[table.Name].Where(column => column != "node_id").ToHashSet()));
    }

    /// <summary>A table stands after those its rows point to.</summary>
    private static List<IEntityType> ParentsFirst(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            Visit(entity);
        }

        return ordered;

        void Visit(IEntityType entity)
        {
            if (ordered.Contains(entity))
            {
                return;
            }

            foreach (var parent in entity.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(parent => parent != entity))
            {
                Visit(parent);
            }

            ordered.Add(entity);
        }
    }

    /// <param name="seed">Rows with the same seed carry the same values in every column but the node's.</param>
    public string InsertFor(Neighbour node, int seed, string tail = "")
    {
        var filled = Columns.Where(column => column.IsNeeded || Unique.Contains(column.Name) || Foreign.Contains(column.Name) || column.Name is "person_id").ToList();
        return $"insert into {Sql} ({string.Join(", ", filled.Select(c => $"\"{c.Name}\""))}) values ({string.Join(", ", filled.Select(c => Value(c, node, seed)))}) {tail}";
    }

    private string Value(ProbedColumn column, Neighbour node, int seed) => column.Name switch
    {
        _ when column.Name == NodeColumn => node.Setting,
        "path" when Wall is Wall.Register => $"'{node.Path}'",
        // What the row hangs on is there once for each node.
        _ when Foreign.Contains(column.Name) => column.Value(node.Id),
        "person_id" => $"'00000000-0000-7000-8000-{seed:d12}'",
        _ => column.Value(seed),
    };
}

internal sealed record ProbedColumn(string Name, string Type, int? MaxLength, bool IsNullable, bool HasDefault)
{
    public bool IsNeeded => !IsNullable && !HasDefault;

    public string Value(int seed)
    {
        var number = seed.ToString(CultureInfo.InvariantCulture);
        return Type switch
        {
            "uuid" => $"'00000000-0000-7000-8000-{seed:d12}'",
            "int2" => (seed % 30_000).ToString(CultureInfo.InvariantCulture),
            "int4" or "int8" or "numeric" or "float4" or "float8" => number,
            "text" or "varchar" or "bpchar" => $"'{(MaxLength is { } longest && longest < number.Length ? number[^longest..] : number)}'",
            "bool" => "false",
            "date" => "date '2026-01-05'",
            "timestamptz" => "timestamptz '2026-01-05 00:00:00Z'",
            "time" => "time '08:00'",
            "interval" => "interval '1 day'",
            "jsonb" or "json" => "'{}'",
            "xid8" => $"'{number}'",
            "bytea" => "'\\x00'",
            _ when Type.StartsWith('_') => "'{}'",
            _ => throw new NotSupportedException($"The probes do not know how to fill a column of type {Type} ({Name})."),
        };
    }
}
