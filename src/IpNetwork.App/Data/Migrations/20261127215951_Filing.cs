using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Filing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "full_time_marks",
                schema: "ipnet",
                table: "establishment_applications",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "full_time_marks",
                schema: "ipnet",
                table: "establishment_applications");
        }
    }
}
