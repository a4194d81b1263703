resource "aws_kms_key" "a" {
  # ruleid: terraform-key-not-rotated
  enable_key_rotation = false
}
resource "aws_kms_key" "b" {
  description         = "orders"
  # ruleid: terraform-key-not-rotated
  enable_key_rotation = false
}
resource "aws_kms_key" "c" {
  # ok: terraform-key-not-rotated
  enable_key_rotation = true
}
resource "other" "d" {
  # ok: terraform-key-not-rotated
  enable_key_rotation = false
}
