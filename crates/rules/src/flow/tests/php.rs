//! What PHP adds: strings with values, references to arrays, echo.

use super::check;

#[test]
fn values_are_carried() {
    check(
        "php",
        r#"<?php
function f($a) {
  $x = source();
  sink("a $x b"); // HIT
  sink("a {$x} b"); // HIT
  sink('a $x b');
  $y = 'a' . $x;
  sink($y); // HIT
  $s = 'a';
  $s .= $x;
  sink($s); // HIT
  $o = ['a' => $x, 'b' => 'y'];
  sink($o['a']); // HIT
  sink($o['b']);
  foreach ($x as $k => $v) {
    sink($v); // HIT
  }
  $x = 'a';
  sink($x);
  sink(g(source())); // HIT
}
function g($v) {
  return $v;
}
"#,
    );
}
