resource "aws_db_instance" "a" {
  # ruleid: terraform-secret-in-code
  password = "s3cret-9-times"
}
resource "azurerm_mssql_server" "b" {
  # ruleid: terraform-secret-in-code
  administrator_login_password = "s3cret-9-times"
}
resource "aws_db_instance" "c" {
  # ok: terraform-secret-in-code
  password = var.password
}
resource "aws_db_instance" "d" {
  # ok: terraform-secret-in-code
  password = "${random_password.db.result}"
}
