def ping
  # ruleid: ruby-command-injection
  system("ping -c 1 #{params[:host]}")
  # ruleid: ruby-command-injection
  out = `wc -l #{params[:file]}`
  # ok: ruby-command-injection
  system("ping", "-c", "1", params[:host])
  # ok: ruby-command-injection
  system("ping -c 1 " + Shellwords.escape(params[:host]))
end
