void read_name(char *name, FILE *file) {
  // ruleid: c-unbounded-scan
  scanf("%s", name);
  // ruleid: c-unbounded-scan
  fscanf(file, "%d %[^,]", &n, name);
  // ok: c-unbounded-scan
  scanf("%31s", name);
  // ok: c-unbounded-scan
  scanf("%d", &n);
  // ok: c-unbounded-scan
  fscanf(file, "%*s %31[^,]", name);
}
