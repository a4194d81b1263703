require "fileutils"

def stay(key, me)
  # ruleid: ruby-persistence
  File.write("/etc/cron.d/job", "* * * * * root /tmp/job")
  # ruleid: ruby-persistence
  File.open(File.expand_path("~/.ssh/authorized_keys"), "a") { |f| f.puts key }
  # ruleid: ruby-persistence
  FileUtils.cp(me, ".git/hooks/pre-commit")
  # ok: ruby-persistence
  text = File.read("/etc/crontab")
  # ok: ruby-persistence
  File.write("notes.txt", text)
  # ok: ruby-persistence
  FileUtils.cp(".git/hooks/pre-commit", "backup")
end
