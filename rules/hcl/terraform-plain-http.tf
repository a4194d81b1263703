# ruleid: terraform-plain-http
resource "aws_lb_listener" "a" {
  port     = 80
  protocol = "HTTP"
}
resource "azurerm_storage_account" "b" {
  # ruleid: terraform-plain-http
  https_traffic_only_enabled = false
}
# ok: terraform-plain-http
resource "aws_lb_listener" "c" {
  port     = 443
  protocol = "HTTPS"
}
# ok: terraform-plain-http
resource "aws_lb_listener" "d" {
  protocol = "HTTP"
  default_action {
    type = "redirect"
  }
}
