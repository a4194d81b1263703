//! What JavaScript adds: templates, destructuring, callbacks.

use super::{check, check_constants};

#[test]
fn values_are_carried() {
    check(
        "javascript",
        r#"
function f(a) {
  const x = source();
  sink(`a ${x} b`); // HIT
  const { p, q: r, ...s } = x;
  sink(p); // HIT
  sink(r); // HIT
  sink(s); // HIT
  const o = { a: x, b: "y", x };
  sink(o.a); // HIT
  sink(o.b);
  sink(o.x); // HIT
  const { b } = o;
  sink(b);
  const c = { ...o, a: "z" };
  sink(c.a);
  sink(c.x); // HIT
  const l = ["a"];
  l.push(x);
  sink(l[0]);
  sink(l[1]); // HIT
  sink(l.join(",")); // HIT
  sink(x?.name); // HIT
  sink(x ?? "a"); // HIT
  sink("a" || x);
  sink(a || x); // HIT
  sink(typeof x); // HIT
  sink(b ? x : "a"); // HIT
}
"#,
    );
}

#[test]
fn callbacks_run() {
    check(
        "javascript",
        r#"
const express = require("express");
app.get("/", async (req, res) => {
  const x = await source();
  x.forEach((y) => sink(y)); // HIT
  x.then(function (y) { sink(y); }); // HIT
  ["a"].forEach((y) => sink(y));
  const z = x.map((y) => y.name);
  sink(z); // HIT
  db.query("a", (err, rows) => { sink(rows); });
  other(() => { sink(x); }); // HIT
  helper(x);
  const get = () => x;
  sink(get()); // HIT
  (function (v) { sink(v); })(x); // HIT
});
function helper(v) {
  sink(v); // HIT
}
"#,
    );
}

#[test]
fn classes_and_blocks() {
    check(
        "javascript",
        r#"
class Box {
  kind = "k";
  constructor(v) { this.v = v; }
  get() { return this.v; }
  use() { sink(this.get()); } // HIT
}
const b = new Box(source());
sink(b.get()); // HIT
sink(b.kind);
new Box(source()).use();
let y = "a";
{
  let y = source();
  sink(y); // HIT
}
sink(y);
if (c) { var v = source(); }
sink(v); // HIT
switch (y) {
  case "a":
    y = source();
  case "b":
    sink(y); // HIT
    break;
  default:
    sink(y);
}
"#,
    );
}

#[test]
fn constants_fold() {
    check_constants(
        "javascript",
        r#"
const A = "a";
let b = 1;
function f() {
  show(A + "b"); // = 'ab'
  show(`x${A}`); // = 'xa'
  show(b); // = ?
  show(7 / 2); // = 3.5
  show(6 / 2); // = 3
  const { k } = { k: 5 };
  show(k); // = 5
  for (let i = 0; i < 3; i++) {
    show(i); // = ?
  }
  if (A === "b") {
    show(1); // DEAD
  }
}
b = 2;
"#,
    );
}

#[test]
fn types_do_not_stand_in_the_way() {
    check(
        "typescript",
        r#"
class Repo {
  private readonly safe: string = "a";
  constructor(private db: Db) {}
  async find(tainted: string, n: number = 1): Promise<Row[]> {
    const q: string = `select ${tainted}`;
    const r = q as unknown as Sql;
    sink(r); // HIT
    sink(tainted!); // HIT
    sink(<string>q); // HIT
    sink(this.safe);
    return this.run(q);
  }
  private run(sql: string) {
    return sink(sql); // HIT
  }
}
"#,
    );
}
