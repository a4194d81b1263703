resource "google_storage_bucket_iam_member" "a" {
  # ruleid: terraform-public-role
  member = "allUsers"
}
resource "google_project_iam_member" "b" {
  # ruleid: terraform-public-role
  role = "roles/owner"
}
resource "google_storage_bucket_iam_member" "c" {
  # ok: terraform-public-role
  member = "serviceAccount:app@project.iam.gserviceaccount.com"
}
resource "google_project_iam_member" "d" {
  # ok: terraform-public-role
  role = "roles/storage.objectViewer"
}
