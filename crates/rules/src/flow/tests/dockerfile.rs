//! What Dockerfiles add: shell inside instructions.

use super::check;

#[test]
fn values_are_carried() {
    check(
        "dockerfile",
        r#"FROM a
ENV A=b
RUN x=$(source); sink "$x" # HIT
RUN sink "$A"
RUN x=$(source) && \
    y="a $x" && \
    sink "$y" # HIT
RUN <<EOF
x=$(source)
sink "$x" # HIT
sink "$(clean "$x")"
EOF
"#,
    );
}
