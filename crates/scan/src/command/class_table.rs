//! The lists behind [`super::class`]: programs and what they do. Plain data; a program may stand in
//! several lists. Names are parted by blanks, phrases by bars.

use portcullis_model::CommandClass::{
    self, Build, Destructive, Interpreter, Network, PackageManager, Privileged, Read, Test, Write,
};

/// What a program does when certain words stand behind its name.
pub(super) struct Words {
    pub(super) exes: &'static str,
    /// First words behind the program, options left out; any when empty.
    pub(super) phrases: &'static str,
    /// An option that must be there; none when empty.
    pub(super) option: &'static str,
    pub(super) classes: &'static [CommandClass],
}

const fn words(
    exes: &'static str,
    phrases: &'static str,
    classes: &'static [CommandClass],
) -> Words {
    Words { exes, phrases, option: "", classes }
}

const fn option(
    exes: &'static str,
    option: &'static str,
    classes: &'static [CommandClass],
) -> Words {
    Words { exes, phrases: "", option, classes }
}

const NODE: &str = "npm pnpm yarn bun";
const PIP: &str = "pip pip3 pipx uv poetry pipenv pdm rye hatch conda mamba";
const CONTAINERS: &str = "docker podman nerdctl";
const CLUSTER: &str = "kubectl oc";
const CLOUDS: &str = "aws gcloud az doctl heroku fly flyctl vercel netlify";

/// By the words behind the program; the first entry that fits counts.
pub(super) const WORDS: &[Words] = &[
    words("cargo", "test|nextest|t|bench|clippy|fmt|miri|check|c|deny|audit", &[Test]),
    words("cargo", "build|b|rustc|doc|d|clean|package", &[Build]),
    words("cargo", "run|r|xtask", &[Build, Interpreter]),
    words("cargo", "tree|metadata|search|version|locate-project|pkgid", &[Read]),
    words(
        "cargo",
        "add|remove|rm|install|uninstall|update|fetch|vendor",
        &[PackageManager, Network],
    ),
    words("cargo", "publish|login|yank|owner", &[Network]),
    words("go", "test|vet|fmt", &[Test]),
    words("go", "build|generate", &[Build]),
    words("go", "run", &[Build, Interpreter]),
    words("go", "get|install|mod", &[PackageManager, Network]),
    words("go", "list|env|version|doc", &[Read]),
    words(
        NODE,
        "test|t|run test|run lint|run typecheck|run type-check|run check|run coverage|\
         run test:unit|run test:integration|run test:e2e|run format|run fmt|lint|audit|run e2e",
        &[Test],
    ),
    words(NODE, "run build|build|run compile|run bundle|run prepare|run clean|pack", &[Build]),
    words(
        NODE,
        "install|i|ci|add|remove|rm|uninstall|un|update|up|upgrade|link|unlink|dedupe|prune|\
         create|init",
        &[PackageManager, Network],
    ),
    words(NODE, "run|start|exec|x|dlx|dev", &[Interpreter]),
    words(NODE, "publish|login|adduser|unpublish|deprecate", &[Network]),
    words(NODE, "config set|config delete", &[Write]),
    words(NODE, "ls|list|view|info|outdated|why|config|root|bin|prefix|explain|search", &[Read]),
    words(
        PIP,
        "install|uninstall|add|remove|sync|update|upgrade|lock|pip install|pip uninstall|pip sync|\
         create|env create|tool install|inject|venv|init|download",
        &[PackageManager, Network],
    ),
    words(
        PIP,
        "list|show|freeze|check|tree|pip list|pip show|pip freeze|env list|info|config|version",
        &[Read],
    ),
    words(PIP, "build", &[Build]),
    words(PIP, "publish", &[Network]),
    words("bundle gem", "install|add|update|uninstall|remove", &[PackageManager, Network]),
    words("composer", "install|require|update|remove|global", &[PackageManager, Network]),
    words("dotnet", "test|format", &[Test]),
    words("dotnet", "build|publish|clean|msbuild", &[Build]),
    words("dotnet", "run|exec", &[Build, Interpreter]),
    words("dotnet", "add|remove|restore|tool|nuget", &[PackageManager, Network]),
    words(
        "mvn mvnw gradle gradlew sbt bazel buck2 ant lein mix swift rake just task make gmake nx \
         turbo tox nox forge hardhat truffle meson stack cabal zig flutter dart rails",
        "test|check|verify|lint|clippy|integrationTest|spec|fmt|coverage|analyze|run test|run lint",
        &[Test],
    ),
    words("mix", "deps.get|deps.update", &[PackageManager, Network]),
    words("forge cast", "script|send|create", &[Interpreter, Network]),
    words("forge", "install|update|remove", &[PackageManager, Network]),
    words(
        "brew apt apt-get aptitude yum dnf zypper apk snap flatpak port choco winget scoop rustup \
         opam cabal luarocks cpan cpanm nix-env asdf mise sdk nvm pyenv rbenv volta",
        "install|remove|uninstall|upgrade|update|add|del|purge|reinstall|autoremove|toolchain|\
         component|target|use|tap|default|full-upgrade|dist-upgrade",
        &[PackageManager, Network],
    ),
    words(
        "brew apt apt-cache apt-get yum dnf apk snap dpkg rpm rustup pyenv nvm rbenv asdf",
        "list|search|show|info|policy|show-versions|--version|ls|versions|version|which|current|\
         deps|config|doctor",
        &[Read],
    ),
    words(
        CONTAINERS,
        "ps|images|image ls|logs|inspect|version|info|stats|top|compose ps|compose logs|\
         compose config|network ls|volume ls|context ls|port|diff|container ls",
        &[Read],
    ),
    words(
        CONTAINERS,
        "system prune|volume rm|volume prune|rm|rmi|image prune|image rm|container prune|\
         container rm|network prune|network rm|compose down|compose rm|kill|builder prune|\
         buildx prune",
        &[Destructive],
    ),
    words(CONTAINERS, "build|buildx build|compose build", &[Build]),
    words(CONTAINERS, "pull|push|login|logout|search|compose pull|compose push", &[Network]),
    words(
        CONTAINERS,
        "run|exec|compose run|compose exec|compose up|start|restart|compose start|compose restart|\
         create",
        &[Interpreter],
    ),
    words(
        CONTAINERS,
        "stop|compose stop|cp|tag|commit|save|load|import|export|volume create|network create",
        &[Write],
    ),
    words(
        CLUSTER,
        "get|describe|logs|version|explain|top|api-resources|cluster-info|config view|\
         config get-contexts|config current-context|diff",
        &[Read, Network],
    ),
    words(CLUSTER, "delete|drain|replace", &[Destructive, Network]),
    words(CLUSTER, "exec|run|debug|attach", &[Interpreter, Network]),
    words(CLUSTER, "", &[Network]),
    words("helm", "uninstall|delete|rollback", &[Destructive, Network]),
    words("helm", "list|ls|status|template|lint|show|get|version", &[Read]),
    words("helm", "", &[Network]),
    words(
        "terraform tofu terragrunt pulumi cdk",
        "destroy|down|state rm|workspace delete",
        &[Destructive, Network],
    ),
    option("terraform tofu terragrunt", "-destroy", &[Destructive, Network]),
    words(
        "terraform tofu terragrunt pulumi",
        "validate|fmt|show|output|version|graph|providers|state list|state show",
        &[Read],
    ),
    words("terraform tofu terragrunt pulumi cdk", "", &[Network]),
    words(
        "aws",
        "s3 rm|s3 rb|ec2 terminate-instances|rds delete-db-instance|dynamodb delete-table|\
         cloudformation delete-stack|iam delete-user|lambda delete-function|eks delete-cluster",
        &[Destructive, Network],
    ),
    option(CLOUDS, "delete", &[Destructive, Network]),
    option(CLOUDS, "destroy", &[Destructive, Network]),
    words(CLOUDS, "", &[Network]),
    words("gsutil", "rm|rb", &[Destructive, Network]),
    words("gh glab", "repo delete|release delete|secret delete", &[Destructive, Network]),
    words("gh glab", "", &[Network]),
    words("redis-cli", "flushall|FLUSHALL|flushdb|FLUSHDB", &[Destructive, Network]),
    words("dropdb mysqladmin", "", &[Destructive, Network]),
    words(
        "systemctl service launchctl",
        "status|list-units|is-active|list|show|cat|is-enabled",
        &[Read],
    ),
    words("crontab", "", &[Write]),
    words("ip ifconfig route", "a|addr|link|route|show|r", &[Read]),
    words("openssl", "s_client", &[Network]),
    words("openssl", "", &[Read]),
    option("black isort", "--check", &[Test]),
    option("prettier", "--write", &[Write]),
    option("eslint ruff stylelint biome rubocop", "--fix", &[Test, Write]),
    option("rsync", "--delete", &[Destructive, Network]),
    option("fd", "-x", &[Read]),
    words("diskutil", "eraseDisk|eraseVolume|partitionDisk|reformat|zeroDisk", &[Destructive]),
    words("zfs zpool btrfs lvremove vgremove", "destroy|subvolume delete", &[Destructive]),
];

/// By the program alone.
pub(super) const PROGRAMS: &[(CommandClass, &str)] = &[
    (
        Build,
        "make gmake cmake ninja meson bazel buck2 mvn mvnw gradle gradlew ant sbt tsc gcc g++ cc \
         c++ clang clang++ rustc javac kotlinc scalac swiftc swift ghc ocamlc dune solc forge \
         hardhat truffle webpack vite rollup esbuild swc babel parcel msbuild xcodebuild protoc \
         buf ld ar as strip just task rake lein mix stack cabal zig nx turbo flutter dart \
         wasm-pack mdbook sphinx-build mkdocs hugo jekyll pyinstaller ld.lld configure autoconf \
         automake next ng tsup",
    ),
    (
        Test,
        "pytest py.test jest vitest mocha ava tap karma cypress playwright phpunit rspec tox nox \
         ctest nose2 unittest coverage eslint ruff flake8 pylint mypy pyright shellcheck hadolint \
         golangci-lint staticcheck clippy-driver rubocop stylelint biome prettier yamllint \
         markdownlint actionlint semgrep bandit gosec slither trivy grype deno-lint ktlint detekt \
         checkstyle tflint checkov pre-commit hypothesis bats lychee",
    ),
    (
        Read,
        "ls ll dir cat bat batcat tac head tail less more grep egrep fgrep rg ag ack find fd \
         fdfind wc nl sort uniq cut paste join comm diff cmp colordiff file stat du df tree pwd \
         echo printf true false test [ which type whereis whatis man help whoami id groups \
         hostname uname uptime date cal env printenv set ps top htop pgrep lsof ss netstat free \
         vmstat iostat dmesg jq yq xq awk gawk mawk nawk tr rev fold fmt column expand basename \
         dirname realpath readlink seq yes sleep wait cd pushd popd dirs alias export declare \
         local readonly typeset unset read mapfile readarray getopts let shift exit return break \
         continue : shopt history jobs fg bg umask ulimit md5sum sha1sum sha256sum sha512sum \
         shasum b2sum cksum xxd od hexdump strings base64 base32 nm objdump readelf ldd otool \
         size tput clear tty stty locale getconf lscpu lsblk nproc arch sw_vers cloc tokei scc \
         expr bc dc factor numfmt shuf iconv zcat gzcat bzcat xzcat zgrep zipinfo tldr delta \
         difft eza exa lsd broot fzf look getent last w who finger trap eval hash command times \
         getopt logname pstree journalctl sysctl watchman dot csvlook xsv mlr sqlfluff identify \
         exiftool ffprobe",
    ),
    (
        Write,
        "touch mkdir cp mv ln install tee rmdir truncate patch unlink dd split csplit mktemp \
         mkfifo unzip gunzip gzip bzip2 xz zstd zip 7z unrar bunzip2 black isort autopep8 yapf \
         gofmt goimports rustfmt clang-format shfmt dos2unix unix2dos sponge ed ex vi vim nvim \
         nano emacs code crontab at batch chmod chgrp chown setfacl xattr rename ditto cpio \
         uudecode ssh-keygen convert magick ffmpeg pandoc wkhtmltopdf 2to3 pyupgrade autoflake \
         jscodeshift codemod sd ast-grep",
    ),
    (
        PackageManager,
        "npm pnpm yarn pip pip3 pipx poetry uv conda mamba apt apt-get brew yum dnf apk pacman \
         zypper snap flatpak gem composer dpkg rpm choco winget scoop rustup nvm cpanm cpan \
         luarocks opam virtualenv corepack",
    ),
    (
        Network,
        "curl wget http https xh ssh mosh scp sftp rsync ftp tftp telnet nc ncat netcat socat \
         ping ping6 traceroute tracepath mtr dig nslookup host whois nmap arp aria2c lynx w3m \
         rclone gsutil s3cmd mail mailx sendmail mutt swaks psql mysql mariadb mongo mongosh \
         redis-cli sqlcmd cqlsh clickhouse-client ngrok cloudflared tailscale wg openvpn grpcurl \
         websocat ab wrk hey k6 ldapsearch smbclient cast pg_dump pg_restore mysqldump \
         ssh-copy-id claude codex gemini heroku ansible ansible-playbook gist transfer croc \
         magic-wormhole wormhole masscan hydra sqlmap",
    ),
    (
        Interpreter,
        "python python3 python2 ipython pypy pypy3 node nodejs deno bun ts-node tsx ruby irb perl \
         php lua luajit Rscript R julia groovy scala clojure clj elixir erl escript java bash sh \
         zsh dash ksh ash fish csh tcsh pwsh powershell osascript tclsh expect source . dotnet \
         cargo go jupyter streamlit uvicorn gunicorn flask django-admin manage.py rails docker \
         podman nodemon pm2 sqlite3 npx swipl ghci runghc runhaskell kotlin jshell jbang",
    ),
    (
        Destructive,
        "shred wipefs srm fdisk parted sgdisk sfdisk mkfs mkfs.ext4 mkfs.ext3 mkfs.xfs mkfs.btrfs \
         mkfs.vfat mkswap blkdiscard cfdisk gdisk lvremove vgremove pvremove reboot shutdown halt \
         poweroff init dropdb mysqladmin deluser userdel groupdel",
    ),
    (
        Privileged,
        "sudo su doas pkexec runuser mount umount insmod modprobe rmmod iptables ip6tables nft \
         ufw setenforce visudo useradd adduser usermod groupadd passwd chpasswd setcap systemctl \
         service launchctl csrutil spctl auditctl firewall-cmd chsh loginctl nsenter unshare \
         chroot update-alternatives ldconfig hostnamectl timedatectl netplan ip ifconfig route \
         security setsebool semanage aa-teardown aa-disable apparmor_parser swapoff swapon",
    ),
];

/// Commands of git that only look.
pub(super) const GIT_READ: &str = "status log diff show blame annotate grep ls-files ls-tree \
 ls-remote rev-parse rev-list \
     describe shortlog cat-file name-rev merge-base whatchanged count-objects help version \
     check-ignore check-attr diff-tree diff-index diff-files for-each-ref show-ref symbolic-ref \
     var fsck verify-commit verify-tag range-diff cherry show-branch archive root";

/// What may stand behind `git branch` and its like when they only list.
pub(super) const GIT_LISTING: &str = "-a -r -v -vv --list -l --all --remotes --show-current list \
 status show log --merged \
     --no-merged summary --contains -n";

/// Commands of git that talk to another machine.
pub(super) const GIT_NETWORK: &str =
    "clone fetch pull push ls-remote send-email lfs send-pack fetch-pack";

/// Programs that print what is in the files that they are given, whole or in part.
pub(super) const PRINTING: &str = "cat bat tac head tail less more nl base64 base32 xxd od \
 hexdump strings tar zip gzip bzip2 \
     xz zstd grep egrep rg sed awk gawk sort uniq cut tr rev openssl gpg jq yq dd paste fold \
     column cpio 7z envsubst cp source .";

/// Programs that can carry something to another machine.
pub(super) const SENDING: &str = "curl wget http https xh nc ncat netcat socat telnet ssh scp \
 sftp rsync ftp tftp rclone \
     gsutil s3cmd aws mail mailx sendmail mutt swaks openssl dig nslookup host ping gh glab \
     websocat croc transfer gist";

/// Whether a name stands in a list.
pub(super) fn holds(list: &str, name: &str) -> bool {
    list.split(' ').any(|entry| entry == name)
}
