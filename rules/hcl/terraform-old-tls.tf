resource "azurerm_storage_account" "a" {
  # ruleid: terraform-old-tls
  min_tls_version = "TLS1_0"
}
resource "aws_cloudfront_distribution" "b" {
  viewer_certificate {
    # ruleid: terraform-old-tls
    minimum_protocol_version = "TLSv1"
  }
}
resource "azurerm_storage_account" "c" {
  # ok: terraform-old-tls
  min_tls_version = "TLS1_2"
}
resource "aws_cloudfront_distribution" "d" {
  viewer_certificate {
    # ok: terraform-old-tls
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
