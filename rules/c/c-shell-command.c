void list(const char *folder) {
  char command[256];
  snprintf(command, sizeof(command), "ls %s", folder);
  // ruleid: c-shell-command
  system(command);
  // ruleid: c-shell-command
  FILE *pipe = popen(command, "r");
  // ok: c-shell-command
  system("clear");
  // ok: c-shell-command
  execl("/bin/ls", "ls", folder, NULL);
}
