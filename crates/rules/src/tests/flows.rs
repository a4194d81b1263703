//! Taint rules with labels, control, side effects and exits.

use super::language::check_rule;

#[test]
fn labels_and_what_sinks_require() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: dirty()\n    label: D\n  - pattern: \
        quoted($X)\n    label: Q\n    requires: D\npattern-sinks:\n  - pattern: sink(...)\n    \
        requires: D and not Q\n  - pattern: other(...)\n    requires: Q or (D and Q)\n";
    let code = "a = dirty()\nsink(a) # ruleid\nb = quoted(a)\nsink(b)\nother(b) # ruleid\n\
        other(a)\nother(quoted(c))\n";
    check_rule("python", rule, code);
}

#[test]
fn propagators_change_labels() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: a\n    label: A\n  - pattern: b\n    \
        label: B\npattern-propagators:\n  - pattern: $T.take($F)\n    from: $F\n    to: $T\n    \
        requires: A\n    label: C\n    replace-labels: [A]\npattern-sinks:\n  - pattern: \
        sink($X, ...)\n    requires: C\n";
    let code = "x.take(a)\nsink(x) # ruleid\ny.take(b)\nsink(y)\nsink(a)\n";
    check_rule("python", rule, code);
}

#[test]
fn control_taints_all_that_runs_later() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: open_door()\n    control: true\n\
        pattern-sinks:\n  - pattern: leave()\n";
    let code = "def f(x):\n    leave()\n    if x:\n        open_door()\n    leave() # ruleid\n\n\
        def g():\n    leave()\n";
    check_rule("python", rule, code);
}

#[test]
fn a_place_is_tainted_by_side_effect_only() {
    let rule = "mode: taint\npattern-sources:\n  - by-side-effect: only\n    patterns:\n      - \
        pattern: delete $P;\n      - focus-metavariable: $P\npattern-sinks:\n  - patterns:\n      \
        - pattern: delete $P;\n      - focus-metavariable: $P\n";
    let code = "void f(T *p) {\n  delete p;\n  delete p; // ruleid\n  p = q();\n  delete p;\n}\n";
    check_rule("cpp", rule, code);
}

#[test]
fn a_sink_may_count_at_the_exit_alone() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: source()\npattern-sinks:\n  - \
        pattern: sink(...)\n    at-exit: true\n";
    let code = "def f():\n    x = source()\n    sink(x)\n    return sink(x) # ruleid\n\n\
        def g():\n    x = source()\n    if x:\n        sink(x) # ruleid\n";
    check_rule("python", rule, code);
}

#[test]
fn a_sanitizer_that_gives_way() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: source()\npattern-sanitizers:\n  - \
        pattern: $F(...)\n    not_conflicting: true\npattern-sinks:\n  - pattern: sink(...)\n";
    check_rule("python", rule, "sink(source()) # ruleid\nsink(clean(source()))\n");
}

#[test]
fn a_sink_in_focus_does_not_look_at_arguments() {
    let rule = "mode: taint\noptions:\n  taint_assume_safe_functions: true\npattern-sources:\n  - \
        pattern: source()\npattern-sinks:\n  - patterns:\n      - pattern: sink($X)\n      - \
        focus-metavariable: $X\n";
    check_rule("python", rule, "sink(source()) # ruleid\nsink(clean(source()))\n");
}

#[test]
fn fields_by_their_setters() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: source()\npattern-sinks:\n  - \
        pattern: sink(...)\n";
    let code = "class A { void f() {\n  B b = new B();\n  b.setName(source());\n  \
        sink(b.getName()); // ruleid\n  sink(b.getOther());\n} }\n";
    check_rule("java", rule, code);
}

#[test]
fn numbers_by_their_types() {
    let rule = "mode: taint\noptions:\n  taint_assume_safe_numbers: true\npattern-sources:\n  - \
        pattern: source()\npattern-sinks:\n  - pattern: sink(...)\n";
    let code = "class A { void f() {\n  int a = source();\n  sink(a);\n  String b = source();\n  \
        sink(b); // ruleid\n  sink(Integer.valueOf(b));\n} }\n";
    check_rule("java", rule, code);
}

#[test]
fn strings_of_ruby_change_in_their_place() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: source()\npattern-sinks:\n  - \
        pattern: sink(...)\n";
    let code = "a = 'x'\na << source()\nsink(a) # ruleid\nb = 'x'\nb.concat('y')\nsink(b)\n\
        c = if d then source() else 'x' end\nsink(c) # ruleid\n";
    check_rule("ruby", rule, code);
}

#[test]
fn settings_by_section_and_name() {
    let rule = "mode: taint\npattern-sources:\n  - pattern: source()\npattern-sinks:\n  - \
        pattern: sink(...)\n";
    let code = "c = ConfigParser()\nc.set('s', 'a', 'x')\nc.set('s', 'b', source())\n\
        sink(c.get('s', 'a'))\nsink(c.get('s', 'b')) # ruleid\n";
    check_rule("python", rule, code);
}
