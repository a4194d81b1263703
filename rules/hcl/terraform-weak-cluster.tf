resource "google_container_cluster" "a" {
  # ruleid: terraform-weak-cluster
  enable_legacy_abac = true
}
resource "azurerm_kubernetes_cluster" "b" {
  # ruleid: terraform-weak-cluster
  role_based_access_control_enabled = false
}
resource "google_container_cluster" "c" {
  # ok: terraform-weak-cluster
  enable_legacy_abac = false
}
resource "azurerm_kubernetes_cluster" "d" {
  # ok: terraform-weak-cluster
  role_based_access_control_enabled = true
}
