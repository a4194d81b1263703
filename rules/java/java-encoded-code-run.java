import java.util.Base64;

class Loader extends ClassLoader {
    void start(String packed, String token, ScriptEngine engine) throws Exception {
        byte[] code = Base64.getDecoder().decode(packed);
        // ruleid: java-encoded-code-run
        Class<?> type = defineClass(null, code, 0, code.length);
        // ruleid: java-encoded-code-run
        engine.eval(new String(Base64.getDecoder().decode("MSsx")));
        // ruleid: java-encoded-code-run
        Runtime.getRuntime().exec(new String(Base64.getDecoder().decode("aWQ=")));
        // ok: java-encoded-code-run
        engine.eval("1 + 1");
        // ok: java-encoded-code-run
        String claims = new String(Base64.getUrlDecoder().decode(token));
    }
}
