using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Plates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plate_proposals",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_node_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    normalised = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    inputs = table.Column<string>(type: "jsonb", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    function = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    body_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    body_uscc = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    duties = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plate_proposals", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "plates",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    normalised = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    search_text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    inputs = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    suspended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_down_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    function = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    body_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    body_uscc = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true),
                    duties = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    history = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plates", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_plate_proposals_node_id_state",
                schema: "ipnet",
                table: "plate_proposals",
                columns: new[] { "node_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_plates_network_id_normalised",
                schema: "ipnet",
                table: "plates",
                columns: new[] { "network_id", "normalised" });

            migrationBuilder.CreateIndex(
                name: "ix_plates_network_id_number",
                schema: "ipnet",
                table: "plates",
                columns: new[] { "network_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_plates_node_id_number",
                schema: "ipnet",
                table: "plates",
                columns: new[] { "node_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plate_proposals",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "plates",
                schema: "ipnet");
        }
    }
}
