resource "aws_ebs_volume" "a" {
  # ruleid: terraform-unencrypted-storage
  encrypted = false
}
resource "aws_db_instance" "b" {
  # ruleid: terraform-unencrypted-storage
  storage_encrypted = false
}
resource "aws_ebs_volume" "c" {
  # ok: terraform-unencrypted-storage
  encrypted = true
}
resource "aws_db_instance" "d" {
  # ok: terraform-unencrypted-storage
  storage_encrypted = var.encrypted
}
