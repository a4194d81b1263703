resource "aws_ecr_repository" "a" {
  # ruleid: terraform-mutable-image-tags
  image_tag_mutability = "MUTABLE"
}
resource "aws_ecr_repository" "b" {
  image_scanning_configuration {
    # ruleid: terraform-mutable-image-tags
    scan_on_push = false
  }
}
resource "aws_ecr_repository" "c" {
  # ok: terraform-mutable-image-tags
  image_tag_mutability = "IMMUTABLE"
}
resource "other" "d" {
  # ok: terraform-mutable-image-tags
  scan_on_push = false
}
