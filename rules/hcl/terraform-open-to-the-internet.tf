resource "aws_security_group" "a" {
  # ruleid: terraform-open-to-the-internet
  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}
# ruleid: terraform-open-to-the-internet
resource "google_compute_firewall" "b" {
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["0.0.0.0/0"]
}
resource "aws_security_group" "c" {
  # ok: terraform-open-to-the-internet
  ingress {
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ok: terraform-open-to-the-internet
  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/8"]
  }
}
