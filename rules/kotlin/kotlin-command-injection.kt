fun ping(call: ApplicationCall) {
    val host = call.parameters["host"]
    // ruleid: kotlin-command-injection
    Runtime.getRuntime().exec("ping -c 1 $host")
}

fun convert(name: String) {
    // ruleid: kotlin-command-injection
    ProcessBuilder("sh", "-c", "convert " + name).start()
}

fun safe(name: String) {
    // ok: kotlin-command-injection
    ProcessBuilder("convert", "--", name).start()
}

fun more() {
    // ok: kotlin-command-injection
    Runtime.getRuntime().exec("uptime")
}
