# ruleid: terraform-encryption-not-asked-for
resource "aws_ebs_volume" "a" {
  size = 10
}
# ruleid: terraform-encryption-not-asked-for
resource "aws_db_instance" "b" {
  engine = "postgres"
}
# ok: terraform-encryption-not-asked-for
resource "aws_ebs_volume" "c" {
  encrypted = true
}
# ok: terraform-encryption-not-asked-for
resource "aws_db_instance" "d" {
  storage_encrypted = true
}
