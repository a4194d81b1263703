resource "aws_instance" "a" {
  metadata_options {
    # ruleid: terraform-metadata-without-token
    http_tokens = "optional"
  }
}
resource "aws_launch_template" "b" {
  metadata_options {
    # ruleid: terraform-metadata-without-token
    http_tokens = "optional"
  }
}
resource "aws_instance" "c" {
  metadata_options {
    # ok: terraform-metadata-without-token
    http_tokens = "required"
  }
}
resource "other" "d" {
  # ok: terraform-metadata-without-token
  http_tokens = "optional"
}
