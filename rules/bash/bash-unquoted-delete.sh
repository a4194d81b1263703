# ruleid: bash-unquoted-delete
rm -rf $DIR
# ruleid: bash-unquoted-delete
rm -rf $DIR/cache
# ruleid: bash-unquoted-delete
rm -f -r /srv/$NAME
# ruleid: bash-unquoted-delete
sudo true && rm --recursive ${DIR}/*

# ok: bash-unquoted-delete
rm -rf "$DIR"
# ok: bash-unquoted-delete
rm -rf "${DIR:?}/cache"
# ok: bash-unquoted-delete
rm -f $FILE
# ok: bash-unquoted-delete
rm -rf build dist
