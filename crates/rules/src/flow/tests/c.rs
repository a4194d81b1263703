//! What C and C++ add: pointers, members of what they point to, macros in strings.

use super::check;

const C: &str = r#"
struct s { char *a; char *b; };
char *id(char *v) { return v; }
void f(struct s *p, char buf[10]) {
  char *x = source(), y[4] = "a";
  sink(x); // HIT
  sink(y);
  sink(*x); // HIT
  sink(&x); // HIT
  p->a = x;
  p->b = "b";
  sink(p->a); // HIT
  sink(p->b);
  sink((char *)id(x)); // HIT
  if (!x) { sink(x); } // HIT
  x = "c";
  sink(x);
#ifdef DEBUG
  sink(source()); // HIT
#endif
}
"#;

#[test]
fn pointers_hold_what_they_point_to() {
    check("c", C);
    check("cpp", C);
}

#[test]
fn loops_lambdas_and_objects() {
    check(
        "cpp",
        r#"
void f() {
  auto x = source();
  for (auto& item : x) { sink(item); } // HIT
  auto g = [&](string v) { return v; };
  sink(g(x)); // HIT
  std::string s = "a";
  s += x;
  sink(s); // HIT
  if (auto y = source()) { sink(y); } // HIT
}
"#,
    );
}
