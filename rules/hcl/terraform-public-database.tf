resource "aws_db_instance" "a" {
  # ruleid: terraform-public-database
  publicly_accessible = true
}
resource "azurerm_mssql_server" "b" {
  # ruleid: terraform-public-database
  public_network_access_enabled = true
}
resource "aws_db_instance" "c" {
  # ok: terraform-public-database
  publicly_accessible = false
}
resource "azurerm_mssql_server" "d" {
  # ok: terraform-public-database
  public_network_access_enabled = false
}
