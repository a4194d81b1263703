resource "aws_cloudtrail" "a" {
  # ruleid: terraform-no-logging
  enable_logging             = false
  # ruleid: terraform-no-logging
  enable_log_file_validation = false
}
resource "aws_cloudtrail" "b" {
  # ok: terraform-no-logging
  enable_logging             = true
  # ok: terraform-no-logging
  enable_log_file_validation = true
}
