# ruleid: bash-startup-file-changed
echo 'export PATH=/opt/x:$PATH' >> ~/.bashrc
# ruleid: bash-startup-file-changed
echo 'alias sudo=/tmp/x' | tee -a "$HOME/.profile"

# ok: bash-startup-file-changed
source ~/.bashrc
# ok: bash-startup-file-changed
grep PATH ~/.profile > out.txt
