resource "aws_s3_bucket" "a" {
  # ruleid: terraform-public-bucket
  acl = "public-read"
}
resource "aws_s3_bucket_acl" "b" {
  # ruleid: terraform-public-bucket
  acl = "public-read-write"
}
resource "aws_s3_bucket_acl" "c" {
  # ok: terraform-public-bucket
  acl = "private"
}
resource "other" "d" {
  # ok: terraform-public-bucket
  acl = "public-read"
}
