using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "file_uploads",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declared_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    offset = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_uploads", x => new { x.node_id, x.file_id });
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    stored_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tells_place = table.Column<bool>(type: "boolean", nullable: false),
                    tells_author = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_node_id_expires_at",
                schema: "ipnet",
                table: "file_uploads",
                columns: new[] { "node_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_node_id_person_id",
                schema: "ipnet",
                table: "file_uploads",
                columns: new[] { "node_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_node_id_purpose_subject_id",
                schema: "ipnet",
                table: "stored_files",
                columns: new[] { "node_id", "purpose", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_node_id_stored_name",
                schema: "ipnet",
                table: "stored_files",
                columns: new[] { "node_id", "stored_name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_uploads",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "stored_files",
                schema: "ipnet");
        }
    }
}
