resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Statement = [
      # ruleid: terraform-wildcard-policy
      {
        Effect   = "Allow"
        Action   = "*"
        Resource = "*"
      }
    ]
  })
}
resource "aws_iam_role_policy_attachment" "b" {
  # ruleid: terraform-wildcard-policy
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_iam_policy" "c" {
  policy = jsonencode({
    Statement = [
      # ok: terraform-wildcard-policy
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "arn:aws:s3:::bucket/*"
      },
      # ok: terraform-wildcard-policy
      {
        Effect   = "Deny"
        Action   = "*"
        Resource = "*"
      }
    ]
  })
}
