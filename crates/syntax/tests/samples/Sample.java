package bank.accounts;

import static java.lang.Math.max;

import java.sql.*;
import java.util.List;

// A comment.
@RestController
@RequestMapping(value = "/accounts", method = {GET, POST})
public abstract class Sample<T extends Base> extends Controller implements Named, Listed<T> {
    private static final String SQL = "SELECT * FROM accounts", TEXT = """
        several
        lines""";
    int[] sizes = new int[3], more = {1, 2};

    static {
        register(Sample.class);
    }

    public Sample(@NotNull final String name, int... ids) throws SQLException {
        super(name);
        this.name = name;
    }

    @Override
    public <R> List<? extends R> find(@RequestParam String name, List<String> names) {
        for (int i = 0, j = 1; i < 5; i++, j--) {
            names.get(i).trim().length();
        }
        for (final String each : names) {
            if (each == null) continue;
        }
        try (Connection db = connect(); Statement statement = db.createStatement()) {
            ResultSet rows = statement.executeQuery(SQL + " WHERE name = '" + name + "'");
        } catch (SQLException | RuntimeException e) {
            throw new IllegalStateException("no rows", e);
        } finally {
            close();
        }
        Runnable task = () -> run(String::valueOf, Sample::new);
        Object value = (Object) task;
        if (value instanceof String text && !text.isEmpty()) {
            return null;
        } else if (value instanceof Integer) {
            sizes[0] += 'c';
        }
        int size = switch (name) {
            case "a", "b" -> 1;
            default -> {
                yield 2;
            }
        };
        switch (size) {
            case 1:
            case 2:
                break;
            default:
                assert size > 1L : "small";
        }
        new Thread() {
            public void run() {
                synchronized (this) {
                    while (true) {
                        do { stop(1.5f); } while (size > 0);
                    }
                }
            }
        }.start();
        return new String[] {"a", name}.length > 1 ? names : null;
    }

    record Point(int x, int y) implements Named {
        Point {
            max(x, y);
        }
    }

    enum Color { RED(1), GREEN { void paint() {} }; int code; }

    interface Named extends Other {
        String name();

        default void hello() {}
    }

    @interface Marked {
        String value() default "x";
    }
}
