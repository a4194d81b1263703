void list(const std::string& folder) {
  std::string command = "ls " + folder;
  // ruleid: cpp-shell-command
  std::system(command.c_str());
  // ruleid: cpp-shell-command
  FILE* pipe = popen(command.c_str(), "r");
  // ok: cpp-shell-command
  std::system("clear");
  // ok: cpp-shell-command
  execl("/bin/ls", "ls", "--", folder.c_str(), nullptr);
}
