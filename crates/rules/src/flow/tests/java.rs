//! What Java adds: fields by their bare names, buffers, switches, inner classes.

use super::{check, check_constants};

#[test]
fn buffers_and_formats_carry() {
    check(
        "java",
        r#"
class T {
    void f(String a) {
        String x = source();
        StringBuilder b = new StringBuilder("a");
        b.append("b").append(x);
        sink(b.toString()); // HIT
        sink(b); // HIT
        StringBuilder c = new StringBuilder();
        c.append("safe");
        sink(c.toString());
        sink(String.format("%s", x)); // HIT
        sink("a" + x + 1); // HIT
        sink((String) x); // HIT
        String[] arr = new String[] { "a", x };
        sink(arr[0]);
        sink(arr[1]); // HIT
        for (String s : arr) {
            sink(s); // HIT
        }
    }
}
"#,
    );
}

#[test]
fn collections_shift_and_are_keyed() {
    check(
        "java",
        r#"
class T {
    void f(String p) {
        List<String> list = new ArrayList<>();
        list.add("safe");
        list.add(source());
        list.add("moresafe");
        list.remove(0);
        String bar = list.get(0);
        sink(bar); // HIT
        bar = list.get(1);
        sink(bar);
        Map<String, Object> map = new HashMap<String, Object>();
        map.put("keyA", "a");
        map.put("keyB", source());
        bar = (String) map.get("keyB");
        sink(bar); // HIT
        bar = (String) map.get("keyA");
        sink(bar);
        sink(map.get(p)); // HIT
    }
}
"#,
    );
}

#[test]
fn switches_on_constants_take_one_case() {
    check(
        "java",
        r#"
class T {
    void f() {
        String param = source();
        String bar;
        String guess = "ABC";
        char target = guess.charAt(1);
        switch (target) {
            case 'A':
                bar = param;
                break;
            case 'B':
                bar = "bob";
                break;
            case 'C':
            case 'D':
                bar = param;
                break;
            default:
                bar = "x";
                break;
        }
        sink(bar);
        switch (guess.charAt(2)) {
            case 'A':
                bar = "a";
                break;
            case 'C':
            case 'D':
                bar = param;
                break;
            default:
                bar = "x";
        }
        sink(bar); // HIT
        int num = 106;
        bar = (7 * 18) + num > 200 ? "constant" : param;
        sink(bar);
        bar = (7 * 18) - num > 200 ? "constant" : param;
        sink(bar); // HIT
    }
}
"#,
    );
}

#[test]
fn helpers_and_inner_classes_are_gone_into() {
    check(
        "java",
        r#"
public class T {
    private static String kept(String p) {
        String b = p;
        return b;
    }

    private static String dropped(String p) {
        return "x";
    }

    private class Inner {
        public String same(String p) {
            return p;
        }
        public String other(String p) {
            StringBuilder b = new StringBuilder(p);
            String bar = "";
            if (b.length() > 0) {
                bar = "fixed";
            }
            return bar;
        }
    }

    public void f() {
        String x = source();
        sink(kept(x)); // HIT
        sink(dropped(x));
        sink(new Inner().same(x)); // HIT
        String r = new T.Inner().other(x);
        sink(r);
        run(x);
    }

    void run(String q) {
        sink(q); // HIT
    }
}
"#,
    );
}

#[test]
fn fields_by_their_bare_names() {
    check(
        "java",
        r#"
class T {
    private String name;
    private String safe = "a";
    T() {
        name = source();
    }
    void f() {
        sink(name); // HIT
        sink(this.name); // HIT
        sink(safe);
        name = "b";
        sink(name);
    }
}
class U {
    private String value;
    public String getValue() { return value; }
    public void setValue(String v) { this.value = v; }
}
class V {
    void f(U given) {
        U u = new U();
        u.setValue(source());
        sink(u.getValue()); // HIT
        u.setValue("a");
        sink(u.getValue());
        given.setValue(source());
        sink(given.getValue()); // HIT
    }
}
"#,
    );
}

#[test]
fn an_interface_means_its_implementations() {
    check(
        "java",
        r#"
interface Thing { String act(String i); }
class Same implements Thing {
    public String act(String i) { return i; }
}
class Use {
    void f(Thing t) {
        sink(t.act(source())); // HIT
        Runnable r = new Runnable() {
            public void run() { sink(source()); } // HIT
        };
    }
}
"#,
    );
}

#[test]
fn constants_of_a_class() {
    check_constants(
        "java",
        r#"
class T {
    private static final String ALG = "MD5";
    static final int SIZE = 512 * 2;
    String open = "a";
    private int changed = 1;
    void f() {
        show(ALG); // = 'MD5'
        show(SIZE); // = 1024
        show(T.SIZE); // = 1024
        show(open); // = ?
        show(changed); // = ?
        show("a" + 1); // = 'a1'
        show("ABC".charAt(1)); // = 'B'
        show(7 / 2); // = 3
        show("abc".substring(1)); // = 'bc'
        String s = "x";
        s += "y";
        show(s); // = 'xy'
        show(s.equals("xy")); // = true
    }
    void g() { changed = 2; }
}
"#,
    );
}
