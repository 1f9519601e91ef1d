using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Funding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "demonstrations",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    platform = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demonstrations", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "funding_projects",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    platform = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    platform_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    build_year = table.Column<int>(type: "integer", nullable: false),
                    work_body = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    uscc = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    review = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    review_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    award_document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_projects", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "local_funds",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_local_funds", x => new { x.node_id, x.year });
                });

            migrationBuilder.CreateIndex(
                name: "ix_demonstrations_node_id_platform",
                schema: "ipnet",
                table: "demonstrations",
                columns: new[] { "node_id", "platform" },
                unique: true,
                filter: "\"to\" is null");

            migrationBuilder.CreateIndex(
                name: "ix_funding_projects_node_id_platform_build_year",
                schema: "ipnet",
                table: "funding_projects",
                columns: new[] { "node_id", "platform", "build_year" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_projects_node_id_project_number",
                schema: "ipnet",
                table: "funding_projects",
                columns: new[] { "node_id", "project_number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demonstrations",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "funding_projects",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "local_funds",
                schema: "ipnet");
        }
    }
}
