# What is deployed.
terraform {
  required_version = ">= 1.5"
}

variable "port" {
  type    = number
  default = 8080
}

locals {
  name  = "ledger-${var.stage}"
  ratio = 0.5
  all   = aws_instance.web[*].id
  first = aws_instance.web[0].private_ip
  size  = var.large ? 3 : 1
  sum   = (1 + var.port * 2) - -1
  tags  = { "app" = local.name, stage : var.stage, (local.name) = true }
  pairs = { for k, v in local.tags : k => upper(v) if v != null }
  list  = [for x in var.list : x.name]
}

/* The server. */
resource "aws_instance" "web" {
  count         = 2
  instance_type = "t3.small"
  user_data     = <<-EOT
    echo ${local.name}
  EOT

  ebs_block_device {
    encrypted = false
    labels    = ["a", "b"]
  }

  dynamic "tag" {
    for_each = local.tags
    content {
      key   = tag.key
      value = jsonencode({ a = 1 })
    }
  }
}

output "ip" {
  value = merge(local.tags, var.more...)
}
