resource "aws_s3_bucket_public_access_block" "a" {
  # ruleid: terraform-public-access-not-blocked
  block_public_acls   = false
  # ruleid: terraform-public-access-not-blocked
  block_public_policy = false
  # ok: terraform-public-access-not-blocked
  ignore_public_acls      = true
  # ok: terraform-public-access-not-blocked
  restrict_public_buckets = true
}
