//! What Bash adds: output of commands, words in parts, pipes.

use super::check;

#[test]
fn values_are_carried() {
    check(
        "bash",
        r#"
x=$(source)
sink "$x" # HIT
sink $x # HIT
sink "a ${x} b" # HIT
sink a/$x # HIT
sink "${x:-none}" # HIT
y=b
sink "$y"
y+="$x"
sink "$y" # HIT
y=b
sink "$y"
if test a; then y="$x"; else y=c; fi
sink "$y" # HIT
for z in a "$x"; do
  sink "$z" # HIT
done
local w="$x"
sink "$w" # HIT
sink "$(clean "$x")"
list=(a "$x")
sink "${list[@]}" # HIT
true && sink "$x" # HIT
"#,
    );
}
