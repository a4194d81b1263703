fun evaluate(engine: ScriptEngine, formula: String): Any {
    // ruleid: kotlin-code-injection
    return engine.eval(formula)
}

fun safe(engine: ScriptEngine): Any {
    // ok: kotlin-code-injection
    return engine.eval("1 + 2")
}

fun more() {
    // ruleid: kotlin-code-injection
    engine.eval(readln())
    // ok: kotlin-code-injection
    engine.eval("2 + 2")
}
